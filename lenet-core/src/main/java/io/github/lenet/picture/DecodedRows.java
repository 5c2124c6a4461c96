package io.github.lenet.picture;

import static io.github.lenet.text.Formatting.format;

import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;

/**
 * How much of a picture a decoder has found, of formats whose pixels can end before the picture does: 35 bytes are
 * enough for a GIF that announces 7000 x 7000 pixels and holds two.
 */
final class DecodedRows implements IIOReadProgressListener {

    /** All, as long as no decoder says otherwise. */
    private float percentage = 100;

    void requireAll() throws IOException {
        if (percentage < 100) {
            throw new IOException(format("it is damaged or was cut short (it holds %.0f %% of its rows)", percentage));
        }
    }

    @Override
    public void imageStarted(ImageReader reader, int image) {
        percentage = 0;
    }

    @Override
    public void imageProgress(ImageReader reader, float done) {
        percentage = done;
    }

    @Override
    public void imageComplete(ImageReader reader) {}

    @Override
    public void sequenceStarted(ImageReader reader, int first) {}

    @Override
    public void sequenceComplete(ImageReader reader) {}

    @Override
    public void thumbnailStarted(ImageReader reader, int image, int thumbnail) {}

    @Override
    public void thumbnailProgress(ImageReader reader, float done) {}

    @Override
    public void thumbnailComplete(ImageReader reader) {}

    @Override
    public void readAborted(ImageReader reader) {}
}
