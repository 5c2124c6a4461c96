package com.example.digits;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packaged model reads digits that a person drew. */
class DigitReaderTest {

    @ParameterizedTest
    @CsvSource({"zero.png, 0", "three.png, 3", "seven.png, 7"})
    void readsADrawnDigit(String picture, String expected) throws Exception {
        var digit =
                new DigitReader().read(Path.of(getClass().getResource(picture).toURI()));

        assertEquals(expected, digit.className());
        assertTrue(digit.probability() > 0.5, () -> picture + " was read with probability " + digit.probability());
    }
}
