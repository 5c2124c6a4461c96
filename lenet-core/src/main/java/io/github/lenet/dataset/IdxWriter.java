package io.github.lenet.dataset;

import io.github.lenet.io.AtomicFile;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes IDX files, whole or not at all. */
public final class IdxWriter {

    private IdxWriter() {}

    /**
     * Writes or replaces a file; one whose name ends in {@code .gz} is compressed. Equal content gives equal bytes.
     *
     * @param file the file to write
     * @param array its content
     * @throws IOException if the file cannot be written; an older file then stays as it was
     */
    public static void write(Path file, IdxArray array) throws IOException {
        AtomicFile.write(file, out -> {
            if (file.getFileName().toString().endsWith(".gz")) {
                var compressed = new GZIPOutputStream(out);
                write(compressed, array);
                // Not closed: the stream below belongs to the caller.
                compressed.finish();
            } else {
                write(out, array);
            }
        });
    }

    /**
     * Writes one split as the two files that MNIST has for it.
     *
     * @param directory where to write; created if missing
     * @param split decides the names of the files
     * @param dataset the images and labels
     * @throws IOException if a file cannot be written
     */
    public static void write(Path directory, Split split, Dataset dataset) throws IOException {
        var labels = new byte[dataset.size()];
        for (var image = 0; image < labels.length; image++) {
            labels[image] = (byte) dataset.label(image);
        }
        write(
                directory.resolve(split.imagesFile()),
                new IdxArray(IdxType.UNSIGNED_BYTE, dimensions(dataset), dataset.pixels()));
        write(
                directory.resolve(split.labelsFile()),
                new IdxArray(IdxType.UNSIGNED_BYTE, List.of(labels.length), labels));
    }

    private static List<Integer> dimensions(Dataset dataset) {
        return dataset.channels() == 1
                ? List.of(dataset.size(), dataset.height(), dataset.width())
                : List.of(dataset.size(), dataset.channels(), dataset.height(), dataset.width());
    }

    private static void write(OutputStream out, IdxArray array) throws IOException {
        var data = new DataOutputStream(out);
        data.writeShort(0);
        data.writeByte(array.type().code());
        data.writeByte(array.dimensions().size());
        for (var size : array.dimensions()) {
            data.writeInt(size);
        }
        data.write(array.bytes());
        data.flush();
    }
}
