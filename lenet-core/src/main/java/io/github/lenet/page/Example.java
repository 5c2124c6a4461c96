package io.github.lenet.page;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.answer.Answers;
import io.github.lenet.page.ModelPage.Images;
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
 * @param probability probability of the answer; empty if nobody knows it
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

    /** The wrong answers that the model was surest of, the surest first; without probabilities the first ones. */
    static List<Example> mistakes(Images images) {
        return Gallery.mistakes(images.answers()).stream()
                .limit(MOST_MISTAKES)
                .map(image -> of(image, images))
                .toList();
    }

    /** The first images of each class, as many of each. */
    static List<Example> samples(Images shown) {
        var images = shown.named().images();
        var answers = shown.answers();
        var classes = images.classNames().size();
        var each = Math.max(1, MOST_SAMPLES / classes);
        return IntStream.range(0, classes)
                .boxed()
                .flatMap(label -> IntStream.of(images.imagesOf(label))
                        .filter(image -> answers.answer(image) != Answers.NO_ANSWER)
                        .limit(each)
                        .boxed())
                .limit(MOST_SAMPLES)
                .map(image -> of(image, shown))
                .toList();
    }

    private static Example of(int image, Images shown) {
        var named = shown.named();
        var answers = shown.answers();
        var images = named.images();
        var truth = named.label(image);
        var file = named.file(image);
        var answer = images.classNames().get(answers.answer(image));
        var probability = probability(image, answers);
        return new Example(
                Png.dataUri(images, image),
                images.width(),
                images.height(),
                format(
                        "Test image %s%s: %s, answered with %s%s",
                        image,
                        file == null ? "" : " (" + file + ")",
                        truth,
                        answer,
                        probability.isEmpty() ? "" : " at " + probability),
                truth,
                answer,
                probability,
                answers.isCorrect(image) ? "right" : "wrong",
                answers.isCorrect(image) ? "✓" : "✗");
    }

    /** The probability of an answer, or nothing if nobody knows it. */
    static String probability(int image, Answers answers) {
        return answers.hasProbabilities()
                ? Numbers.share((double) answers.probability(image, answers.answer(image)))
                : "";
    }
}
