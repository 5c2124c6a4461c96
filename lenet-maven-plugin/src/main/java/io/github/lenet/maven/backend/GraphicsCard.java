package io.github.lenet.maven.backend;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A graphics card as NVIDIA's driver describes it.
 *
 * @param id identifier of this card on every machine, {@code GPU-...}
 * @param name name of the product
 * @param driver version of the driver
 * @param computeCapability generation of the card, such as 8.6; null if the driver is too old to tell
 * @param freeMebibytes memory that nobody uses
 * @param totalMebibytes all of its memory
 */
record GraphicsCard(
        String id,
        String name,
        Version driver,
        @Nullable Version computeCapability,
        long freeMebibytes,
        long totalMebibytes) {

    /** The oldest generation that the libraries hold code for; of the generations before it, only 3.7. */
    private static final Version OLDEST = new Version("5.0");

    private static final Version KEPLER = new Version("3.7");

    /** Code for 8.6 runs on 8.9 as well; there is none for 9.0 and later, nor PTX to translate for these. */
    private static final int NEWEST_GENERATION = 8;

    /** The context of CUDA and the libraries take most of this; the network and its batches are small. */
    private static final long NEEDED_MEBIBYTES = 1024;

    /**
     * Looks for a reason not to train on this card.
     *
     * @param platform operating system and processor
     * @return the reason with what to do, or empty if the card will do as far as one can tell
     */
    Optional<String> objection(CudaPlatform platform) {
        if (driver.isBefore(platform.oldestDriver())) {
            return Optional.of("the driver " + driver + " is too old for CUDA 11; update it to "
                    + platform.oldestDriver() + " or newer");
        }
        if (computeCapability != null && computeCapability.major() > NEWEST_GENERATION) {
            return Optional.of("its compute capability " + computeCapability
                    + " is too new: ND4J's libraries for CUDA 11.6 hold machine"
                    + " code for 3.7 to 8.6, which runs on 8.9 too, and no PTX that a driver could translate for Hopper and later"
                    + " cards");
        }
        if (computeCapability != null && computeCapability.isBefore(OLDEST) && !computeCapability.equals(KEPLER)) {
            return Optional.of(
                    "its compute capability " + computeCapability + " is too old: 3.7, or 5.0 to 8.9, is needed");
        }
        if (freeMebibytes < NEEDED_MEBIBYTES) {
            return Optional.of(
                    "only " + freeMebibytes + " of its " + totalMebibytes + " MiB are free, and a training needs "
                            + NEEDED_MEBIBYTES + "; nvidia-smi shows who uses the rest");
        }
        return Optional.empty();
    }

    /** The card in a line of the log. */
    String description() {
        return name + " (compute capability " + (computeCapability == null ? "unknown" : computeCapability) + ", "
                + freeMebibytes + " of " + totalMebibytes + " MiB free, driver " + driver + ")";
    }
}
