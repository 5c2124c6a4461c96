package io.github.lenet.maven.gate;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.dataset.Transformation;
import io.github.lenet.gate.Gate;
import io.github.lenet.maven.configuration.ConfiguredGoal;
import io.github.lenet.maven.dataset.DatasetOptions;
import io.github.lenet.maven.dataset.Splits;
import io.github.lenet.parameter.InvalidParameterException;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** An {@code <evaluation>} of the POM, into which Maven writes its elements: other images for the same model. */
public final class EvaluationConfiguration {

    private double contrast = 1;

    private @Nullable File dataDirectory;

    private @Nullable String dataset;

    private @Nullable String datasetArtifact;

    private @Nullable String name;

    private double noise;

    private int occlusion;

    private double rotation;

    private @Nullable List<RuleConfiguration> rules;

    private long seed = 42;

    private int shift;

    private String split = "test";

    /**
     * Reads a list of evaluations.
     *
     * @param evaluations the evaluations, or null
     * @param main the data set of the goal, for those that name none
     * @return each of them, checked
     * @throws InvalidParameterException if one is wrong; it names the element
     */
    public static List<FurtherEvaluation> read(
            @Nullable List<EvaluationConfiguration> evaluations, DatasetOptions main) {
        var read = new ArrayList<FurtherEvaluation>();
        for (var evaluation : evaluations == null ? List.<EvaluationConfiguration>of() : evaluations) {
            var path = format("evaluations/evaluation[%d]", read.size() + 1);
            var further = evaluation.read(path, main);
            if (read.stream().anyMatch(other -> other.name().equals(further.name()))) {
                throw new InvalidParameterException(
                        path + "/name", further.name(), "is the name of another evaluation too");
            }
            read.add(further);
        }
        return read;
    }

    /**
     * Reads what the POM demands of a model on other images in another goal of the build.
     *
     * @param verification a {@code lenet:verify}, with the values that the POM gives it
     * @return the rules of each evaluation, by its name, in the order of the POM; empty if there is none
     * @throws InvalidParameterException if one of them is wrong
     */
    public static Map<String, Gate> gates(ConfiguredGoal verification) {
        var gates = new LinkedHashMap<String, Gate>();
        for (var evaluation : verification.children("evaluations")) {
            var path = format("evaluations/evaluation[%d]/rules", gates.size() + 1);
            var rules = Stream.ofNullable(evaluation.getChild("rules"))
                    .map(Xpp3Dom::getChildren)
                    .flatMap(Arrays::stream)
                    .toList();
            var name = evaluation.getChild("name") == null
                    ? null
                    : evaluation.getChild("name").getValue();
            gates.put(
                    name,
                    new Gate(RuleConfiguration.readList(path, RuleConfiguration.of(rules))
                            .toList()));
        }
        return gates;
    }

    private FurtherEvaluation read(String path, DatasetOptions main) {
        if (name == null || name.isBlank()) {
            throw new InvalidParameterException(
                    path + "/name", "", "must say what to call the evaluation in the reports");
        }
        var demanded = RuleConfiguration.readList(path + "/rules", rules).toList();
        if (demanded.isEmpty()) {
            throw new InvalidParameterException(
                    path + "/rules", "", "must hold at least one <rule>, or there is nothing to check");
        }
        demanded.forEach(rule -> rule.requireSlices(List.of()));
        return new FurtherEvaluation(
                name,
                options(path, main),
                Splits.named(path + "/split", split),
                transformation(path),
                new Gate(demanded));
    }

    private DatasetOptions options(String path, DatasetOptions main) {
        var artifact = DatasetOptions.artifact(path + "/", datasetArtifact, dataDirectory);
        var isMain = dataset == null && dataDirectory == null && artifact == null;
        return isMain
                ? main
                : new DatasetOptions(
                        dataset == null ? main.name() : dataset,
                        dataDirectory == null ? null : dataDirectory.toPath(),
                        artifact,
                        main.pictures(),
                        main.cacheDirectory(),
                        main.sources(),
                        main.sourceServer());
    }

    private Transformation transformation(String path) {
        try {
            return new Transformation(shift, rotation, noise, contrast, occlusion, seed);
        } catch (IllegalArgumentException e) {
            throw new InvalidParameterException(
                    path + "/name", String.valueOf(name), "cannot be made: " + e.getMessage());
        }
    }
}
