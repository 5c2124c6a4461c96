package io.github.lenet.recipe;

import io.github.lenet.parameter.Choice;
import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;
import java.util.Locale;

/** How training images are varied, anew in each epoch, so that a network learns what does not matter. */
public enum Augmentation {

    /** The images as they are. */
    NONE,

    /** Each image moved by at most one pixel along each axis: nine places, each equally likely; 0 moves in. */
    SHIFT,

    /** Each image turned, scaled, sheared and moved a little, all of it at random. */
    AFFINE,

    /** As {@link #AFFINE}, and bent like a rubber sheet: Simard, Steinkraus and Platt (2003). */
    ELASTIC,

    /** Each image mirrored left and right with probability 1/2: for things that have no left and right, as clothes. */
    FLIP,

    /** As {@link #SHIFT}, and then as {@link #FLIP}. */
    SHIFT_FLIP,

    /**
     * Each image moved by at most four pixels along each axis, and then as {@link #FLIP}: the padding, random crop and
     * flip that are usual on CIFAR-10, as in He et al. (2015).
     */
    CROP_FLIP;

    private static final Choice<Augmentation> CHOICE =
            new Choice<>("augmentation", List.of(values()), Augmentation::toString);

    /**
     * The augmentation of a name.
     *
     * @param name one of {@link #names()}
     * @return the augmentation
     * @throws InvalidParameterException if there is none of that name; it lists those that there are
     */
    public static Augmentation named(String name) {
        return CHOICE.named(name);
    }

    /**
     * The names of all augmentations.
     *
     * @return the names, as in the POM
     */
    public static List<String> names() {
        return CHOICE.names();
    }

    /** The name, as in the POM. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
