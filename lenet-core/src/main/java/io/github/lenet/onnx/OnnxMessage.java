package io.github.lenet.onnx;

import java.util.Optional;

/** The messages in an ONNX file that may hold tensors or operators, and which of their fields lead there. */
enum OnnxMessage {
    MODEL,
    GRAPH,
    NODE,
    ATTRIBUTE,
    /** An operator that is made of others. */
    FUNCTION,
    /** Graphs for a training that goes on. */
    TRAINING,
    SPARSE_TENSOR,
    TENSOR;

    /** What such a message holds in a field; empty if neither tensors nor operators can be in it. */
    Optional<OnnxMessage> in(int field) {
        return Optional.ofNullable(
                switch (this) {
                    case MODEL ->
                        switch (field) {
                            case 7 -> GRAPH;
                            case 20 -> TRAINING;
                            case 25 -> FUNCTION;
                            default -> null;
                        };
                    case GRAPH ->
                        switch (field) {
                            case 1 -> NODE;
                            case 5 -> TENSOR;
                            case 15 -> SPARSE_TENSOR;
                            default -> null;
                        };
                    case NODE -> field == 5 ? ATTRIBUTE : null;
                    case ATTRIBUTE ->
                        switch (field) {
                            case 5, 10 -> TENSOR;
                            case 6, 11 -> GRAPH;
                            case 22, 23 -> SPARSE_TENSOR;
                            default -> null;
                        };
                    case FUNCTION ->
                        switch (field) {
                            case 7 -> NODE;
                            case 11 -> ATTRIBUTE;
                            default -> null;
                        };
                    case TRAINING -> field == 1 || field == 2 ? GRAPH : null;
                    case SPARSE_TENSOR -> field == 1 || field == 2 ? TENSOR : null;
                    case TENSOR -> null;
                });
    }
}
