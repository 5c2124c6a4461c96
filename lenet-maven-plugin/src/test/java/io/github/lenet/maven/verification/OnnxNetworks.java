package io.github.lenet.maven.verification;

import io.github.lenet.io.ProtocolBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Networks as ONNX files that nothing of this project would write. The fields are those of {@code onnx.proto}. */
final class OnnxNetworks {

    private static final int FLOAT = 1;
    private static final int LONG = 7;
    private static final int BOOLEAN = 9;

    private static final int PIXELS = 28 * 28;
    private static final int CLASSES = 10;

    private OnnxNetworks() {}

    /** It takes digits and never answers: in a loop, it takes the positive ones of ten numbers, 2^63 times. */
    static byte[] endless() {
        var body = new ProtocolBuffer()
                .message(1, node("Identity", "go-on", "condition"))
                .message(1, node("Relu", "positive", "numbers"))
                .text(2, "body")
                .message(11, value("iteration", LONG))
                .message(11, value("condition", BOOLEAN))
                .message(11, value("numbers", FLOAT, 0, CLASSES))
                .message(12, value("go-on", BOOLEAN))
                .message(12, value("positive", FLOAT, 0, CLASSES));
        var loop = node("Loop", "logits", "times", "", "scores")
                .message(
                        5, new ProtocolBuffer().text(1, "body").message(6, body).number(20, 5));
        var graph = new ProtocolBuffer()
                .message(1, node("Flatten", "pixels", "image"))
                .message(1, node("MatMul", "scores", "pixels", "weights"))
                .message(1, loop)
                .text(2, "endless")
                .message(5, tensor("weights", FLOAT, new byte[PIXELS * CLASSES * Float.BYTES], PIXELS, CLASSES))
                .message(5, tensor("times", LONG, new byte[] {-1, -1, -1, -1, -1, -1, -1, 0x7F}))
                .message(11, value("image", FLOAT, 0, 1, 28, 28))
                .message(12, value("logits", FLOAT, 0, CLASSES));
        return model(graph);
    }

    /** It takes grey images of any size, and answers by how light they are. */
    static byte[] ofAnySize() {
        var weights = ByteBuffer.allocate(2 * Float.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putFloat(1)
                .putFloat(-1);
        var graph = new ProtocolBuffer()
                .message(1, node("GlobalAveragePool", "light", "image"))
                .message(1, node("Flatten", "number", "light"))
                .message(1, node("MatMul", "logits", "number", "weights"))
                .text(2, "light")
                .message(5, tensor("weights", FLOAT, weights.array(), 1, 2))
                .message(11, value("image", FLOAT, 0, 1, 0, 0))
                .message(12, value("logits", FLOAT, 0, 2));
        return model(graph);
    }

    private static byte[] model(ProtocolBuffer graph) {
        return new ProtocolBuffer()
                .number(1, 8)
                .message(7, graph)
                .message(8, new ProtocolBuffer().number(2, 13))
                .toByteArray();
    }

    private static ProtocolBuffer node(String type, String output, String... inputs) {
        var node = new ProtocolBuffer();
        for (var input : inputs) {
            node.text(1, input);
        }
        return node.text(2, output).text(4, type);
    }

    private static ProtocolBuffer tensor(String name, int type, byte[] numbers, int... sizes) {
        var tensor = new ProtocolBuffer();
        for (var size : sizes) {
            tensor.number(1, size);
        }
        return tensor.number(2, type).text(8, name).bytes(9, numbers);
    }

    /** A size of 0 is any. */
    private static ProtocolBuffer value(String name, int type, int... sizes) {
        var shape = new ProtocolBuffer();
        for (var size : sizes) {
            var dimension = new ProtocolBuffer();
            shape.message(1, size == 0 ? dimension.text(2, "n") : dimension.number(1, size));
        }
        var tensor = new ProtocolBuffer().number(1, type).message(2, shape);
        return new ProtocolBuffer().text(1, name).message(2, new ProtocolBuffer().message(1, tensor));
    }
}
