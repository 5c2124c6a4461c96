package io.github.lenet.maven.artifact;

import static io.github.lenet.text.Formatting.format;

import io.github.lenet.parameter.InvalidParameterException;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * An archive in a Maven repository, as a POM names it.
 *
 * @param parameter the parameter of the goal that names it, for the message of an error
 * @param groupId its group
 * @param artifactId its name in the group
 * @param type file name extension
 * @param classifier which of the module's files, empty for the main one
 * @param version a version, or a range of them such as {@code (,1.1)}
 */
public record ArtifactReference(
        String parameter, String groupId, String artifactId, String type, String classifier, String version) {

    private static final String DEFAULT_TYPE = "zip";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]+");

    /** Names for a version that depends on the day; ranges say the same and leave no doubt about snapshots. */
    private static final List<String> MOVING_VERSIONS = List.of("LATEST", "RELEASE");

    /**
     * Reads coordinates.
     *
     * @param parameter the parameter of the goal that holds them
     * @param text {@code groupId:artifactId[:type[:classifier]]:version}, where the type is {@code zip} if it is left
     *     out
     * @param defaultClassifier the classifier if it is left out
     * @return the reference
     * @throws InvalidParameterException if the text is something else
     */
    public static ArtifactReference parse(String parameter, String text, String defaultClassifier) {
        var parts = text.strip().split(":", -1);
        int last = parts.length - 1;
        if (last < 2 || last > 4) {
            throw invalid(parameter, text, "must be groupId:artifactId[:type[:classifier]]:version");
        }
        var type = last > 2 ? parts[2] : DEFAULT_TYPE;
        var classifier = last > 3 ? parts[3] : defaultClassifier;
        if (text.contains("${")) {
            throw invalid(parameter, text, "holds a property that is set nowhere");
        }
        for (var name : List.of(parts[0], parts[1], type, classifier.isEmpty() ? type : classifier)) {
            if (!NAME.matcher(name).matches()) {
                throw invalid(parameter, text, "holds '" + name + "', which is no part of Maven coordinates");
            }
        }
        var version = parts[last].strip();
        if (version.isEmpty() || MOVING_VERSIONS.contains(version)) {
            throw invalid(
                    parameter, text, "must end with a version such as 1.0 or a range such as (,${project.version})");
        }
        return new ArtifactReference(parameter, parts[0], parts[1], type, classifier, version);
    }

    /**
     * Tells whether repositories have to be asked which versions there are.
     *
     * @return true for a range
     */
    public boolean isRange() {
        return version.startsWith("[") || version.startsWith("(");
    }

    /**
     * The coordinates in full.
     *
     * @return for example {@code com.acme:digits:zip:lenet:(,1.1)}
     */
    public String coordinates() {
        return coordinates(version);
    }

    /**
     * The coordinates as they stand in a POM.
     *
     * @return for example {@code <modelArtifact>com.acme:digits:zip:lenet:1.0</modelArtifact>}
     */
    public String element() {
        return format("<%1$s>%2$s</%1$s>", parameter.substring(parameter.lastIndexOf('/') + 1), coordinates());
    }

    /**
     * Another file that is published with this one.
     *
     * @param companionType its file name extension
     * @param suffix what its classifier has behind the one of this file
     * @param ofVersion its version
     * @return the reference
     */
    public ArtifactReference companion(String companionType, String suffix, String ofVersion) {
        return new ArtifactReference(parameter, groupId, artifactId, companionType, classifier + suffix, ofVersion);
    }

    /** Whether it is of the version of a module that is being built. */
    boolean isOf(MavenProject module) {
        return isOf(module, version);
    }

    /** Whether one version of it is that of a module that is being built. */
    boolean isOf(MavenProject module, String ofVersion) {
        return groupId.equals(module.getGroupId())
                && artifactId.equals(module.getArtifactId())
                && ofVersion.equals(module.getVersion());
    }

    /** The coordinates of one version. */
    String coordinates(String ofVersion) {
        return artifact(ofVersion).toString();
    }

    /** The archive of one version. */
    Artifact artifact(String ofVersion) {
        return new DefaultArtifact(groupId, artifactId, classifier, type, ofVersion);
    }

    private static InvalidParameterException invalid(String parameter, String text, String reason) {
        return new InvalidParameterException(parameter, text, reason);
    }
}
