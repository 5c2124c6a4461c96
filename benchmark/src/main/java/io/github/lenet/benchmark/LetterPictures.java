package io.github.lenet.benchmark;

import static io.github.lenet.text.Formatting.format;

import java.awt.Color;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws a data set as users have one, a folder of pictures for each class: the letters A to J in the fonts of this
 * machine, after notMNIST (Bulatov, 2011). {@code docs/tune.md} says what a search finds on it.
 */
public final class LetterPictures {

    private static final List<String> LETTERS = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");

    /** Pixels per side. */
    private static final int SIZE = 48;

    private static final int BASELINE = 38;

    private LetterPictures() {}

    /**
     * Draws them.
     *
     * @param arguments none; the folder {@code letters} is made in {@link Settings#folder}
     * @throws IOException if a picture cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        var folder = Settings.read().folder().resolve("letters");
        var fonts = Arrays.stream(
                        GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .filter(font -> font.canDisplayUpTo(String.join("", LETTERS)) < 0)
                .map(font -> font.deriveFont((float) BASELINE))
                .toList();
        for (var letter : LETTERS) {
            var pictures = Files.createDirectories(folder.resolve(letter));
            for (var font : fonts) {
                var file = pictures.resolve(font.getFontName().replaceAll("\\W+", "-") + ".png");
                ImageIO.write(picture(letter, font), "png", file.toFile());
            }
        }
        System.out.println(
                format("Pictures of %d letters in %d fonts are in %s", LETTERS.size(), fonts.size(), folder));
    }

    private static BufferedImage picture(String letter, Font font) {
        var picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, SIZE, SIZE);
        graphics.setColor(Color.BLACK);
        graphics.setFont(font);
        var width = graphics.getFontMetrics().stringWidth(letter);
        graphics.drawString(letter, (SIZE - width) / 2, BASELINE);
        graphics.dispose();
        return picture;
    }
}
