"""What a test reads of an answer."""


def whole(answer):
    """Return all that an answer says; of one that never ends nothing, for it waits for what happens later."""
    if not answer.streaming:
        return answer.content
    return b"" if answer.is_async else b"".join(answer.streaming_content)
