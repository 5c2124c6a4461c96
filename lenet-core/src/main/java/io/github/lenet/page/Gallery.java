package io.github.lenet.page;

import io.github.lenet.answer.Answers;
import io.github.lenet.json.OmitEmpty;
import io.github.lenet.page.ModelPage.Images;
import io.github.lenet.text.Printable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The pictures that {@code gallery.js} shows when it is asked: wrong answers beyond those that stand in the page, and
 * what lies behind a cell of the confusion matrix.
 *
 * @param sorted whether the pictures are sorted by how sure the model was; otherwise they are in the order of the
 *     images
 * @param mistakes the wrong answers that the page carries, the surest first
 * @param right right answers of each class, the least sure first
 */
record Gallery(
        int height, int width, List<String> classNames, boolean sorted, List<Picture> mistakes, List<Picture> right) {

    /** Half a megabyte of MNIST's digits. */
    private static final int MOST_MISTAKES = 1_000;

    /** Values of all mistakes together, before they are compressed: larger images have fewer of them. */
    private static final int MOST_PIXELS = 1_000_000;

    private static final int MOST_RIGHT = 250;
    private static final int MOST_RIGHT_OF_A_CLASS = 12;

    /**
     * An image with its answer.
     *
     * @param image index of the image
     * @param probability probability of the answer; empty if nobody knows it
     * @param png base64 of the file
     * @param file path of the picture that the image was made from, or null if there was none
     */
    record Picture(
            int image,
            int truth,
            int answer,
            String probability,
            String png,
            @OmitEmpty @Nullable String file) {}

    static Gallery of(Images shown) {
        var answers = shown.answers();
        var images = shown.named().images();
        var names = images.classNames();
        var fewer = MOST_PIXELS / images.imageSize();
        // Those that stand in the page itself have to be among them.
        var most = Math.max(Example.MOST_MISTAKES, Math.min(MOST_MISTAKES, fewer));
        var each = Math.max(1, Math.min(MOST_RIGHT_OF_A_CLASS, Math.min(MOST_RIGHT, fewer) / names.size()));
        var right = IntStream.range(0, names.size())
                .boxed()
                .flatMap(label -> IntStream.of(images.imagesOf(label))
                        .filter(answers::isCorrect)
                        .boxed()
                        .sorted(leastSureFirst(answers))
                        .limit(each))
                .toList();
        return new Gallery(
                images.height(),
                images.width(),
                names.stream().map(Printable::visible).toList(),
                answers.hasProbabilities(),
                pictures(chosen(mistakes(answers), most, answers), shown),
                pictures(right, shown));
    }

    /**
     * Every wrong answer, the surest first; equally sure ones, or all without probabilities, in the order of the
     * images.
     */
    static List<Integer> mistakes(Answers answers) {
        return IntStream.range(0, answers.images())
                .filter(image -> answers.answer(image) != Answers.NO_ANSWER && !answers.isCorrect(image))
                .boxed()
                .sorted(leastSureFirst(answers).reversed())
                .toList();
    }

    private static Comparator<Integer> leastSureFirst(Answers answers) {
        return Comparator.comparing(
                image -> answers.hasProbabilities() ? answers.probability(image, answers.answer(image)) : 0);
    }

    /**
     * Which mistakes a page carries that has no room for all: half of the room is for the surest; the rest goes to the
     * cells of the matrix in turns, so that no cell is left out while another is complete.
     */
    private static List<Integer> chosen(List<Integer> mistakes, int most, Answers answers) {
        if (mistakes.size() <= most) {
            return mistakes;
        }
        var chosen = new LinkedHashSet<>(mistakes.subList(0, Math.max(Example.MOST_MISTAKES, most / 2)));
        var byTurn = new ArrayList<>(mistakes);
        var ofCell = new HashMap<List<Integer>, Integer>();
        var turns = new HashMap<Integer, Integer>();
        mistakes.forEach(image ->
                turns.put(image, ofCell.merge(List.of(answers.label(image), answers.answer(image)), 1, Integer::sum)));
        byTurn.sort(Comparator.comparing(turns::get));
        for (var image : byTurn) {
            if (chosen.size() < most) {
                chosen.add(image);
            }
        }
        return mistakes.stream().filter(chosen::contains).toList();
    }

    private static List<Picture> pictures(List<Integer> chosen, Images shown) {
        var named = shown.named();
        var answers = shown.answers();
        var images = named.images();
        return chosen.stream()
                .map(image -> new Picture(
                        image,
                        images.label(image),
                        answers.answer(image),
                        Example.probability(image, answers),
                        Png.base64(images, image),
                        visible(named.file(image))))
                .toList();
    }

    private static @Nullable String visible(@Nullable String file) {
        return file == null ? null : Printable.visible(file);
    }
}
