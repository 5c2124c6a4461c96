package io.github.lenet.archive;

import io.github.lenet.json.Json;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes what a network has learnt as safetensors, for PyTorch: each array as in the {@code state_dict()} of the
 * network.
 *
 * <p>The file is the length of the header in 64 bits, little-endian; the header, a JSON object that says what each
 * tensor is and where it lies; and the tensors, one after the other.
 *
 * @see <a href="https://huggingface.co/docs/safetensors/index#format">Format</a>
 */
final class SafetensorsWriter {

    private SafetensorsWriter() {}

    /**
     * Encodes a model.
     *
     * @param model the model
     * @param metadata what else the file says
     * @return the bytes of the file, the same for the same model
     */
    static byte[] bytes(ModelArchive model, Map<String, String> metadata) {
        var header = new LinkedHashMap<String, Object>();
        header.put(SafetensorsEntry.METADATA, withFormat(metadata));
        var data = new ByteArrayOutputStream();
        var architecture = model.description().adaptedArchitecture();
        for (var tensor : StateTensor.of(architecture, architecture.network())) {
            var from = data.size();
            data.writeBytes(
                    tensor.bytes(model.state().parameters(), model.state().statistics()));
            header.put(
                    tensor.name(),
                    new SafetensorsEntry(SafetensorsEntry.FLOAT, tensor.shape(), List.of(from, data.size())));
        }
        var json = padded(Json.line(header).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(Long.BYTES + json.length + data.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .put(data.toByteArray())
                .array();
    }

    /** Some libraries load a file only if it says that its tensors are those of PyTorch. */
    private static Map<String, String> withFormat(Map<String, String> metadata) {
        var all = new LinkedHashMap<>(Map.of("format", "pt"));
        all.putAll(metadata);
        return all;
    }

    /** So that the tensors lie where a memory map can use them: at a multiple of eight bytes. */
    private static byte[] padded(byte[] json) {
        var padded = Arrays.copyOf(json, (json.length + Long.BYTES - 1) / Long.BYTES * Long.BYTES);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }
}
