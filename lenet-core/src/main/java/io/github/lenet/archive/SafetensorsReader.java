package io.github.lenet.archive;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.io.FileProblem;
import io.github.lenet.json.Json;
import io.github.lenet.network.Architecture;
import io.github.lenet.network.NetworkState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads what PyTorch has learnt from safetensors, as what it may be: a file from somewhere else. Nothing is allocated
 * on the word of the file, and each byte of it belongs to the header or to one tensor.
 *
 * @see SafetensorsWriter
 */
final class SafetensorsReader {

    /** Of the largest network it has 10 KB. */
    private static final int MAXIMUM_HEADER_SIZE = 1 << 20;

    /** How many mini-batches PyTorch's batch normalisation has seen, which matters to it only without a momentum. */
    private static final String BATCHES = ".num_batches_tracked";

    private final Architecture architecture;
    private final ByteBuffer data;
    private final Map<String, SafetensorsEntry> entries;

    private SafetensorsReader(Architecture architecture, ByteBuffer data, Map<String, SafetensorsEntry> entries) {
        this.architecture = architecture;
        this.data = data;
        this.entries = entries;
    }

    /**
     * Tells safetensors from an archive.
     *
     * @param bytes the bytes of a file
     * @return whether a JSON object begins where that of a header does
     */
    static boolean isOne(byte[] bytes) {
        return bytes.length > Long.BYTES && bytes[Long.BYTES] == '{';
    }

    /**
     * Decodes the {@code state_dict()} of a network, and checks all of it.
     *
     * @param bytes the bytes of the file
     * @param file what the file is, for the message of an error
     * @param architecture the network that it must be of
     * @return parameters and statistics, without the memory of an optimiser
     * @throws ModelFormatException if it is something else; the message says what, and where
     */
    static NetworkState read(byte[] bytes, String file, Architecture architecture) throws ModelFormatException {
        try {
            var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            var header = header(buffer);
            requireArchitecture(header.remove(SafetensorsEntry.METADATA), architecture);
            return new SafetensorsReader(architecture, buffer.slice().order(ByteOrder.LITTLE_ENDIAN), entries(header))
                    .state();
        } catch (IOException | RuntimeException e) {
            throw new ModelFormatException(file, FileProblem.describe(e), ArchiveReader.OTHER_INITIAL_MODEL, e);
        }
    }

    /** Leaves the buffer at the first byte of the tensors. */
    @SuppressWarnings("unchecked") // Json gives texts as the keys of an object.
    private static Map<String, Object> header(ByteBuffer buffer) throws IOException {
        var length = buffer.getLong();
        if (length < 0 || length > MAXIMUM_HEADER_SIZE) {
            throw new IOException(format(
                    "its first eight bytes say that the header has %s bytes, but it has at most %d",
                    Long.toUnsignedString(length), MAXIMUM_HEADER_SIZE));
        }
        if (length > buffer.remaining()) {
            throw new IOException(
                    format("its header has %d bytes, but the file ends after %d of them", length, buffer.remaining()));
        }
        var json = new byte[(int) length];
        buffer.get(json);
        return Json.parse(new String(json, StandardCharsets.UTF_8), Map.class, "the header");
    }

    /** Of a file of ours; PyTorch does not say it. */
    private static void requireArchitecture(@Nullable Object metadata, Architecture architecture) throws IOException {
        if (metadata instanceof Map<?, ?> texts
                && texts.get("architecture") instanceof String name
                && !name.equals(architecture.name())) {
            throw new IOException(
                    format("it holds %s, but <architecture> and the images call for %s", name, architecture));
        }
    }

    private static Map<String, SafetensorsEntry> entries(Map<String, Object> header) throws IOException {
        var entries = new TreeMap<String, SafetensorsEntry>();
        for (var entry : header.entrySet()) {
            var name = entry.getKey();
            entries.put(name, Json.parse(Json.line(entry.getValue()), SafetensorsEntry.class, name + " in the header"));
        }
        return entries;
    }

    private NetworkState state() throws IOException {
        requireWholeData();
        var network = architecture.network();
        var parameters = new float[network.parameterCount()];
        var statistics = new float[network.statisticsCount()];
        var known = new HashSet<String>();
        for (var tensor : StateTensor.of(architecture, network)) {
            known.add(tensor.name());
            known.add(tensor.name().replace(".running_var", BATCHES));
            elements(tensor).get(tensor.isStatistics() ? statistics : parameters, tensor.from(), tensor.size());
        }
        for (var name : entries.keySet()) {
            if (!known.contains(name)) {
                throw new IOException(format("it holds %s, which %s does not have", name, architecture));
            }
        }
        return new NetworkState(parameters, statistics, null).requireFor(network);
    }

    /** Each byte belongs to one tensor, so that no tensor reaches beyond the file, or into another one. */
    private void requireWholeData() throws IOException {
        var end = 0;
        var inOrder = entries.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getValue().begin()))
                .toList();
        for (var entry : inOrder) {
            if (entry.getValue().begin() != end) {
                throw new IOException(format(
                        "the bytes of %s begin at %d, but those of the tensor before it end at %d",
                        entry.getKey(), entry.getValue().begin(), end));
            }
            end = entry.getValue().end();
        }
        if (end != data.capacity()) {
            throw new IOException(
                    format("its tensors end after %d bytes, but the file has %d for them", end, data.capacity()));
        }
    }

    /** The elements of a tensor, which is as the network has it. */
    private FloatBuffer elements(StateTensor tensor) throws IOException {
        var entry = entries.get(tensor.name());
        if (entry == null) {
            throw new IOException(
                    format("it does not hold %s, which %s has, but %s", tensor.name(), architecture, entries.keySet()));
        }
        if (!entry.dtype().equals(SafetensorsEntry.FLOAT)) {
            throw new IOException(format(
                    "%s is of the type %s, but must be %s", tensor.name(), entry.dtype(), SafetensorsEntry.FLOAT));
        }
        if (!entry.shape().equals(tensor.shape())) {
            throw new IOException(format(
                    "%s has the shape %s, but %s has %s there",
                    tensor.name(), entry.shape(), architecture, tensor.shape()));
        }
        var size = entry.end() - entry.begin();
        if (size != tensor.size() * Float.BYTES) {
            throw new IOException(
                    format("%s has %d bytes instead of %d", tensor.name(), size, tensor.size() * Float.BYTES));
        }
        return data.slice(entry.begin(), size).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    }
}
