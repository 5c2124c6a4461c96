package io.github.lenet.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

class NdArrayFormatTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 44_426, 61_706, 88_852})
    void writesExactlyWhatNd4jWrites(int length) throws Exception {
        var elements = new float[length];
        for (var i = 0; i < length; i++) {
            elements[i] = (i - length / 2) / 3f;
        }
        var expected = new ByteArrayOutputStream();
        Nd4j.write(Nd4j.createFromArray(elements), new DataOutputStream(expected));

        assertThat(NdArrayFormat.encode(elements)).isEqualTo(expected.toByteArray());
    }

    @Test
    void isReadByNd4j() throws Exception {
        var bytes = NdArrayFormat.encode(new float[] {1, -2.5f, Float.MIN_VALUE});

        var array = Nd4j.read(new DataInputStream(new ByteArrayInputStream(bytes)));

        assertThat(array.toFloatVector()).containsExactly(1, -2.5f, Float.MIN_VALUE);
    }

    @Property(tries = 200)
    void readsWhatItWrote(@ForAll @Size(max = 50) float[] elements) {
        var read = NdArrayFormat.decode(NdArrayFormat.encode(elements), elements.length);

        assertThat(read).hasValueSatisfying(values -> assertThat(values).isEqualTo(elements));
    }

    @Property(tries = 200)
    void refusesEveryOtherLength(@ForAll @IntRange(max = 50) int actual, @ForAll @IntRange(max = 50) int expected) {
        if (actual != expected) {
            assertThat(NdArrayFormat.decode(NdArrayFormat.encode(new float[actual]), expected))
                    .isEmpty();
        }
    }

    @Property(tries = 200)
    void refusesEveryOtherHead(
            @ForAll @IntRange(max = 112) int index, @ForAll @IntRange(min = 1, max = 255) int change) {
        var bytes = NdArrayFormat.encode(new float[3]);
        bytes[index] ^= (byte) change;

        assertThat(NdArrayFormat.decode(bytes, 3)).isEmpty();
    }

    @Property(tries = 50)
    void refusesTruncatedAndTrailingBytes(@ForAll @IntRange(max = 200) int size) {
        var bytes = NdArrayFormat.encode(new float[3]);
        if (size != bytes.length) {
            assertThat(NdArrayFormat.decode(Arrays.copyOf(bytes, size), 3)).isEmpty();
        }
    }
}
