"""HTML to the text a reader sees."""

from resiliparse.extract.html2text import extract_plain_text


def html_to_text(html: str) -> str:
    """The article's text without navigation, scripts and styles; empty where there is none."""
    text: str = extract_plain_text(html, main_content=True, alt_texts=False, comments=True)
    return text.strip()
