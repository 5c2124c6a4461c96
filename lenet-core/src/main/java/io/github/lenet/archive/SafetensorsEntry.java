package io.github.lenet.archive;

import io.github.lenet.json.Key;
import java.util.List;

/**
 * What the header of a safetensors file says of a tensor.
 *
 * @param dtype type of the elements, {@code F32} for 32-bit floats
 * @param shape sizes, the slowest index first
 * @param offsets where its bytes begin and end, counted from the end of the header
 */
record SafetensorsEntry(
        String dtype,
        List<Integer> shape,
        @Key("data_offsets") List<Integer> offsets) {

    /** The key of what the header says beside the tensors. */
    static final String METADATA = "__metadata__";

    static final String FLOAT = "F32";

    /**
     * Checks the offsets.
     *
     * @throws IllegalArgumentException if they are not a beginning and an end
     */
    SafetensorsEntry {
        if (offsets.size() != 2 || offsets.get(0) < 0 || offsets.get(1) < offsets.get(0)) {
            throw new IllegalArgumentException("data_offsets " + offsets + " are no beginning and end");
        }
    }

    int begin() {
        return offsets.get(0);
    }

    int end() {
        return offsets.get(1);
    }
}
