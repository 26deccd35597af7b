package etl.show;

import java.net.URI;
import java.net.URISyntaxException;

/// Relative addresses in a page.
final class Address {

    private Address() {}

    /// Quotes what an address must not hold: a file may be named anything.
    static String of(String relative) {
        try {
            return "./" + new URI(null, null, "/" + relative, null).getRawPath().substring(1);
        } catch (URISyntaxException e) {
            throw new AssertionError("a path is always an address", e);
        }
    }
}
