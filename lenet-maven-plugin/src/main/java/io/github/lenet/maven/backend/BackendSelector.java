package io.github.lenet.maven.backend;

import static io.github.lenet.maven.backend.BackendRequest.AUTO;
import static io.github.lenet.maven.backend.BackendRequest.CPU;
import static io.github.lenet.maven.backend.BackendRequest.CUDA;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Decides what to compute with, from what the POM asks for and what a machine has; downloads nothing. */
final class BackendSelector {

    /** Which of several cards CUDA shows to a process. */
    static final String VISIBLE_CARDS = "CUDA_VISIBLE_DEVICES";

    private final String osName;
    private final String osArch;
    private final NvidiaSmi nvidiaSmi;
    private final Map<String, String> environment;
    private final Log log;

    /**
     * Describes a machine.
     *
     * @param osName value of its system property {@code os.name}
     * @param osArch value of its system property {@code os.arch}
     * @param nvidiaSmi asks the driver for its cards
     * @param environment variables of this process
     * @param log where the choice is explained
     */
    BackendSelector(String osName, String osArch, NvidiaSmi nvidiaSmi, Map<String, String> environment, Log log) {
        this.osName = osName;
        this.osArch = osArch;
        this.nvidiaSmi = nvidiaSmi;
        this.environment = environment;
        this.log = log;
    }

    static BackendSelector ofThisMachine(Log log) {
        return new BackendSelector(
                System.getProperty("os.name"), System.getProperty("os.arch"), new NvidiaSmi(), System.getenv(), log);
    }

    /**
     * Chooses a backend. The processor will always do, and the machine is not looked at for it.
     *
     * @param request what the POM asks for
     * @return what to compute with
     * @throws MojoExecutionException if this machine cannot use CUDA, and the request is for nothing else
     */
    Backend select(BackendRequest request) throws MojoExecutionException {
        if (request.name().equals(CPU)) {
            return Backend.cpu();
        }
        try {
            return cuda(request);
        } catch (NoGraphicsCardException e) {
            if (request.name().equals(AUTO)) {
                log.info("Backend " + CPU + " (auto): " + e.getMessage());
                return Backend.cpu();
            }
            throw new MojoExecutionException(
                    "<backend>" + CUDA + "</backend> cannot be used: " + e.getMessage()
                            + ". Nothing was downloaded. To train without a graphics card, set <backend>" + CPU
                            + "</backend> (-Dlenet.backend=" + CPU + "), or <backend>" + AUTO
                            + "</backend> for machines with and without one.",
                    e);
        }
    }

    private Backend cuda(BackendRequest request) throws NoGraphicsCardException {
        var platform = CudaPlatform.of(osName, osArch);
        var classifier = platform.variant(request.classifier());
        var card = usableCard(platform);
        requireToolkit(request, platform, card);
        log.info("Backend " + CUDA + (request.name().equals(AUTO) ? " (auto): " : ": ") + card.description());
        Map<String, String> variables =
                environment.containsKey(VISIBLE_CARDS) ? Map.of() : Map.of(VISIBLE_CARDS, card.id());
        return Backend.cuda(platform, classifier, request.cudaRedist(), variables);
    }

    /** The first card that will do: with several, the worker sees this one alone. */
    private GraphicsCard usableCard(CudaPlatform platform) throws NoGraphicsCardException {
        var objections = new ArrayList<String>();
        for (var card : nvidiaSmi.cards()) {
            var objection = card.objection(platform);
            if (objection.isEmpty()) {
                return card;
            }
            objections.add(card.description() + ": " + objection.get());
        }
        throw new NoGraphicsCardException(String.join("; ", objections));
    }

    private void requireToolkit(BackendRequest request, CudaPlatform platform, GraphicsCard card)
            throws NoGraphicsCardException {
        var missing = request.cudaRedist() ? Optional.<String>empty() : CudaLibraries.missing(platform, environment);
        if (missing.isEmpty()) {
            return;
        }
        var advice = missing.get()
                + " of the CUDA 11 toolkit was not found in the usual places. Install the toolkit 11.6 (its"
                + " folder lib64 in LD_LIBRARY_PATH, on Windows its bin in PATH), or set <cudaRedist>true</cudaRedist>"
                + " (-Dlenet.cudaRedist), which downloads NVIDIA's libraries once, 1.8 GB";
        if (request.name().equals(AUTO)) {
            throw new NoGraphicsCardException(card.description() + " is there, but " + advice);
        }
        log.warn(advice + ". Trying anyway: the system's loader may know better.");
    }
}
