package io.github.lenet.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BlockStreamTest {

    private static final int BYTES = 100_000;

    /** Counts what passes. */
    private static final class Counter extends BlockStream {

        private int count;

        Counter(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = super.read(bytes, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }

    private final Counter stream = new Counter(new ByteArrayInputStream(content()));

    private static byte[] content() {
        var content = new byte[BYTES];
        content[0] = (byte) 200;
        return content;
    }

    @Test
    void everyByteIsSeenHoweverItIsRead() throws IOException {
        assertThat(stream.read()).isEqualTo(200);
        assertThat(stream.count).isEqualTo(1);
        stream.skipNBytes(50_000);
        assertThat(stream.count).isEqualTo(50_001);
        assertThat(stream.skip(0)).isZero();
        assertThat(stream.skip(-1)).isZero();
        assertThat(stream.readAllBytes()).hasSize(49_999);
        assertThat(stream.count).isEqualTo(BYTES);
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(stream.skip(1)).isZero();
    }

    @Test
    void noByteIsReadTwice() {
        assertThat(stream.markSupported()).isFalse();
    }
}
