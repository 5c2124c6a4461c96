package io.github.lenet.benchmark.contender;

import io.github.lenet.recipe.Software;
import java.io.IOException;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** No training, but the limit of one: products of large matrices in single precision, by OpenBLAS, on all cores. */
public final class MatrixMultiplication {

    private MatrixMultiplication() {}

    /**
     * Multiplies square matrices in turns: their number of rows, and the number of products.
     *
     * @param arguments none
     * @throws IOException if the input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        TurnServer.serve(Software.current().deeplearning4j(), (rows, products) -> {
            var left = Nd4j.rand(DataType.FLOAT, rows, rows);
            var right = Nd4j.rand(DataType.FLOAT, rows, rows);
            var product = Nd4j.createUninitialized(DataType.FLOAT, rows, rows);
            var begin = System.nanoTime();
            for (var i = 0; i < products; i++) {
                left.mmuli(right, product);
            }
            return TurnServer.secondsSince(begin);
        });
    }
}
