package io.github.lenet.page;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.evaluation.Predictions;
import io.github.lenet.exploration.NamedImages;
import io.github.lenet.report.Numbers;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the template {@code examples.html} fills in: a test image with what a model made of it.
 *
 * @param image the pixels, as a data URI
 * @param description the picture in words
 * @param truth name of its class
 * @param answer name of the class that was answered
 * @param probability probability of the answer
 * @param kind CSS class: {@code right} or {@code wrong}
 * @param mark the same for who sees no colours
 */
record Example(
        String image,
        int width,
        int height,
        String description,
        String truth,
        String answer,
        String probability,
        String kind,
        String mark) {

    /** Mistakes that stand in the page itself. */
    static final int MOST_MISTAKES = 24;

    private static final int MOST_SAMPLES = 30;

    /** The wrong answers that the model was surest of, the surest first. */
    static List<Example> mistakes(NamedImages images, Predictions answers) {
        return Gallery.mistakes(answers).stream()
                .limit(MOST_MISTAKES)
                .map(image -> of(image, images, answers))
                .toList();
    }

    /** The first images of each class, as many of each. */
    static List<Example> samples(NamedImages named, Predictions answers) {
        var images = named.images();
        int classes = images.classNames().size();
        int each = Math.max(1, MOST_SAMPLES / classes);
        return IntStream.range(0, classes)
                .boxed()
                .flatMap(label -> IntStream.of(images.imagesOf(label))
                        .filter(image -> answers.answer(image) != Predictions.NO_ANSWER)
                        .limit(each)
                        .boxed())
                .limit(MOST_SAMPLES)
                .map(image -> of(image, named, answers))
                .toList();
    }

    private static Example of(int image, NamedImages named, Predictions answers) {
        var images = named.images();
        var truth = named.label(image);
        var file = named.file(image);
        int label = answers.answer(image);
        var answer = images.classNames().get(label);
        var probability = Numbers.share((double) answers.probability(image, label));
        return new Example(
                GreyPng.dataUri(images.width(), images.height(), images.pixels(), images.pixelOffset(image)),
                images.width(),
                images.height(),
                format(
                        "Test image %s%s: %s, answered with %s at %s",
                        image, file == null ? "" : " (" + file + ")", truth, answer, probability),
                truth,
                answer,
                probability,
                answers.isCorrect(image) ? "right" : "wrong",
                answers.isCorrect(image) ? "✓" : "✗");
    }
}
