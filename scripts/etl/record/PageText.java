package etl.record;

import org.openqa.selenium.chrome.ChromeDriver;

/// Whether a page shows a text, in shadow trees and frames of the same origin, too. A person may
/// have to scroll to it, which is done for the picture.
final class PageText {

    /// The innermost element with the text decides: what is around it has the text as well, and may
    /// be visible though the text itself is not. An element that is not drawn gives its hidden text
    /// as if it were shown, so it is asked whether it is.
    private static final String IS_SEEN =
            """
            const holds = e => e.textContent.includes(text) && e.innerText?.includes(text);
            const visible = e => e.checkVisibility({ opacityProperty: true, visibilityProperty: true });
            const text = arguments[0];
            const show = e => { // a log is one long element: its own middle need not be the text's
              e.scrollIntoView({ block: 'center' });
              const nodes = e.ownerDocument.createTreeWalker(e, NodeFilter.SHOW_TEXT);
              let node = nodes.nextNode();
              while (node && !node.data.includes(text)) { node = nodes.nextNode(); }
              if (!node) { return; } // in several parts
              const range = e.ownerDocument.createRange();
              range.setStart(node, node.data.indexOf(text));
              range.setEnd(node, node.data.indexOf(text) + text.length);
              const middle = () => {
                const box = range.getBoundingClientRect();
                return (box.top + box.bottom) / 2;
              };
              for (let p = node.parentElement; p; p = p.parentElement) {
                if (/auto|scroll/.test(getComputedStyle(p).overflowY)) {
                  const box = p.getBoundingClientRect();
                  p.scrollTop += middle() - (box.top + box.bottom) / 2;
                }
              }
              const view = e.ownerDocument.defaultView;
              view.scrollBy(0, middle() - view.innerHeight / 2);
            };
            const seen = root => {
              for (const e of root.querySelectorAll('*')) {
                if (holds(e) && ![...e.children].some(holds) && visible(e)) {
                  show(e);
                  return true;
                }
                if (e.shadowRoot && seen(e.shadowRoot)) { return true; }
                if (e.tagName === 'IFRAME' && visible(e) && e.contentDocument
                    && seen(e.contentDocument)) { return true; }
              }
              return false;
            };
            return seen(document);
            """;

    private PageText() {}

    static boolean isSeen(ChromeDriver driver, String text) {
        return Boolean.TRUE.equals(driver.executeScript(IS_SEEN, text));
    }
}
