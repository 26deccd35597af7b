package etl.show;

import java.awt.image.BufferedImage;

/// A picture that also says in words what it shows. A notebook's kernel puts both into the output,
/// the words as the plain text; those of a bare image would name its place in memory, another one
/// at each execution.
public final class Picture extends BufferedImage {

    private final String words;

    Picture(String words, int width, int height) {
        super(width, height, TYPE_INT_RGB);
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
