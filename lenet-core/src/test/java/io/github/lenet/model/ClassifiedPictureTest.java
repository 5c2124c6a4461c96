package io.github.lenet.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.lenet.archive.ModelArchive;
import io.github.lenet.archive.ModelDescription;
import io.github.lenet.archive.StockNetworks;
import io.github.lenet.picture.ImagePreparation;
import io.github.lenet.recipe.TrainingData;
import io.github.lenet.recipe.TrainingInputs;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassifiedPictureTest {

    @TempDir
    private Path folder;

    private final BufferedImage drawing = new BufferedImage(90, 70, BufferedImage.TYPE_INT_RGB);
    private Path picture;

    @BeforeEach
    void draw() throws IOException {
        var graphics = drawing.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 90, 70);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(5, 9, 12, 30);
        graphics.dispose();
        picture = folder.resolve("picture.png");
        ImageIO.write(drawing, "png", picture.toFile());
    }

    /** A model that was trained on pictures, or on IDX files if there is no preparation. */
    private Classifier trainedOn(String preparation) throws IOException {
        var stock = StockNetworks.archive("lenet5");
        var known = stock.description();
        var data = new TrainingData("shapes", known.classNames(), Map.of(), preparation, null);
        var inputs = new TrainingInputs(1, "kernels", null, data, known.hyperparameters(), null);
        var description = new ModelDescription(
                known.schemaVersion(),
                known.architecture(),
                known.parameters(),
                known.height(),
                known.width(),
                known.channels(),
                inputs.sha256(),
                inputs,
                List.of(),
                known.software());
        var file = folder.resolve("model.zip");
        new ModelArchive(description, stock.configuration(), stock.state()).write(file);
        return Classifier.load(file);
    }

    @ParameterizedTest
    @CsvSource({"centre, CENTRE", "resize, RESIZE", ", CENTRE"})
    void aPictureIsPreparedAsTheModelRecords(String recorded, ImagePreparation expected) throws IOException {
        var classifier = trainedOn(recorded);
        var answer = classifier.classify(expected.read(picture, 28, 28));

        assertThat(classifier.imagePreparation()).isEqualTo(expected);
        assertThat(classifier.classify(picture)).isEqualTo(answer);
        assertThat(classifier.classify(new ByteArrayInputStream(Files.readAllBytes(picture))))
                .isEqualTo(answer);
        assertThat(classifier.classify(drawing)).isEqualTo(answer);
    }

    @Test
    void thePreparationDecidesTheAnswer() throws IOException {
        assertThat(trainedOn("centre").classify(picture))
                .isNotEqualTo(trainedOn("resize").classify(picture));
    }

    @Test
    void aPreparationOfALaterVersionIsNamed() throws IOException {
        var classifier = trainedOn("sketch");

        assertThatThrownBy(() -> classifier.classify(picture))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "the model was trained on pictures prepared with 'sketch', which this version does not know: use lenet-core"
                                + " 1.2.3, which wrote the model");
        assertThat(classifier.classify(new byte[28 * 28]).candidates()).hasSize(10);
    }

    @Test
    void whatIsNoPictureIsNamed() throws IOException {
        var text = Files.writeString(folder.resolve("text.png"), "text");
        var classifier = trainedOn("centre");

        assertThatThrownBy(() -> classifier.classify(text))
                .hasMessage(text + " cannot be used as a picture: it is no PNG, JPEG, GIF or BMP");
        assertThatThrownBy(() -> classifier.classify(new ByteArrayInputStream(new byte[0])))
                .hasMessage("the stream cannot be used as a picture: it is empty");
    }
}
