package io.github.lenet.picture;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import org.jspecify.annotations.Nullable;

/**
 * What a decoder only warns of, and goes on with grey in place of what is missing: half a JPEG, for example. What it
 * says of the header, such as a colour profile that it cannot use, concerns no pixel.
 */
final class DecoderWarnings implements IIOReadWarningListener {

    private final Set<String> ofTheHeader = new HashSet<>();
    private @Nullable String ofThePixels;
    private boolean hasHeader;

    @Override
    public void warningOccurred(ImageReader reader, String warning) {
        if (!hasHeader) {
            ofTheHeader.add(warning);
        } else if (ofThePixels == null && !ofTheHeader.contains(warning)) {
            ofThePixels = warning;
        }
    }

    /** From now on the decoder reads pixels, and the header again, of which it says the same. */
    void headerIsRead() {
        hasHeader = true;
    }

    void requireNone() throws IOException {
        if (ofThePixels != null) {
            throw new IOException("it is damaged or was cut short (" + ofThePixels + ")");
        }
    }
}
