package io.github.lenet.maven.backend;

import static io.github.lenet.maven.backend.BackendRequest.AUTO;
import static io.github.lenet.maven.backend.BackendRequest.CPU;
import static io.github.lenet.maven.backend.BackendRequest.CUDA;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.logging.Log;

/** Decides what to compute with, by what the POM asks for and what this machine has; downloads nothing. */
final class BackendSelector {

    /** Which of several cards CUDA shows to a process. */
    static final String VISIBLE_CARDS = "CUDA_VISIBLE_DEVICES";

    private final String platform;
    private final Optional<Set<String>> features;
    private final NvidiaSmi nvidiaSmi;
    private final Map<String, String> environment;
    private final Log log;

    /**
     * Looks at a machine.
     *
     * @param platform operating system and processor
     * @param features what its processor can do, or empty if unknown
     * @param nvidiaSmi asks the driver for its cards
     * @param environment variables of this process
     * @param log where the choice is explained
     */
    BackendSelector(
            String platform,
            Optional<Set<String>> features,
            NvidiaSmi nvidiaSmi,
            Map<String, String> environment,
            Log log) {
        this.platform = platform;
        this.features = features;
        this.nvidiaSmi = nvidiaSmi;
        this.environment = environment;
        this.log = log;
    }

    /** Looks at the machine that this runs on. */
    static BackendSelector ofThisMachine(Log log) throws MojoExecutionException {
        return new BackendSelector(
                HostPlatform.classifier(), ProcessorFeatures.ofThisMachine(), new NvidiaSmi(), System.getenv(), log);
    }

    /**
     * Chooses.
     *
     * @param request what the POM asks for
     * @return the libraries to use
     * @throws MojoExecutionException if the machine cannot use the backend that is asked for
     */
    SelectedBackend select(BackendRequest request) throws MojoExecutionException {
        if (request.name().equals(CPU)) {
            return cpu(request);
        }
        try {
            return cuda(request);
        } catch (NoGraphicsCardException e) {
            if (request.name().equals(AUTO)) {
                log.info("Backend " + CPU + " (auto): " + e.getMessage());
                return cpu(request);
            }
            throw new MojoExecutionException(
                    "<backend>" + CUDA + "</backend> cannot be used: " + e.getMessage()
                            + ". Nothing was downloaded. To train without a graphics card, set <backend>" + CPU
                            + "</backend> (-Dlenet.backend=" + CPU + "), or <backend>" + AUTO
                            + "</backend> for machines with and without one.",
                    e);
        }
    }

    private SelectedBackend cpu(BackendRequest request) {
        // Also where auto takes the processor.
        if (request.classifier() == null) {
            return SelectedBackend.JAVA_KERNELS;
        }
        var classifier = NativeClassifiers.choose(CPU, platform, request.classifier());
        features.ifPresent(known -> ProcessorFeatures.require(classifier, known));
        return new SelectedBackend(Backend.of(CPU, platform, classifier, false), Map.of());
    }

    private SelectedBackend cuda(BackendRequest request) throws NoGraphicsCardException {
        if (NativeClassifiers.of(CUDA, platform).isEmpty()) {
            throw new NoGraphicsCardException("ND4J's libraries for CUDA exist for "
                    + String.join(" and ", NativeClassifiers.platforms(CUDA)) + ", and this machine is " + platform);
        }
        var classifier = NativeClassifiers.choose(CUDA, platform, request.classifier());
        var card = usableCard();
        requireToolkit(request, card);
        log.info("Backend " + CUDA + (request.name().equals(AUTO) ? " (auto): " : ": ") + card.description());
        Map<String, String> variables =
                environment.containsKey(VISIBLE_CARDS) ? Map.of() : Map.of(VISIBLE_CARDS, card.id());
        return new SelectedBackend(Backend.of(CUDA, platform, classifier, request.cudaRedist()), variables);
    }

    /** The first card that will do: with several, the worker sees this one alone. */
    private GraphicsCard usableCard() throws NoGraphicsCardException {
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

    private void requireToolkit(BackendRequest request, GraphicsCard card) throws NoGraphicsCardException {
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
