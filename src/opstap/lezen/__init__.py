"""The reader: papers in, proposals out. Pure: no Django, no network."""


def versie() -> str:
    """The version that is kept with each reading; it goes up when the reader may read the same paper otherwise."""
    return "5"
