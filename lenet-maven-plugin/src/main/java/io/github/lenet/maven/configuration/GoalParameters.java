package io.github.lenet.maven.configuration;

import io.github.lenet.parameter.InvalidParameterException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/** The parameters of a goal as its descriptor has them: names, properties and defaults. */
public final class GoalParameters {

    /** What the properties of this plugin begin with. */
    static final String PREFIX = "lenet.";

    static final String DEFAULT_VALUE = "default-value";

    private final Map<String, PlexusConfiguration> parameters = new TreeMap<>();

    /**
     * Reads a descriptor.
     *
     * @param goal the goal
     */
    public GoalParameters(MojoDescriptor goal) {
        Arrays.stream(goal.getMojoConfiguration().getChildren())
                .forEach(parameter -> parameters.put(parameter.getName(), parameter));
    }

    /**
     * Explains a refused value by the element of the POM that it belongs in.
     *
     * @param refused the value and what is wrong with it; its parameter may be a path such as
     *     {@code rules/rule[2]/metric}
     * @return for example {@code <epochs>0</epochs> (property lenet.epochs) must be a whole number from 1 to 10000.
     *     ...}, or {@code <metric>size</metric> (in rules/rule[2]) is unknown; ...}
     */
    public String explain(InvalidParameterException refused) {
        var path = refused.parameter();
        int parent = path.lastIndexOf('/');
        if (parent >= 0) {
            var element = element(path.substring(parent + 1), refused.value());
            return element + " (in " + path.substring(0, parent) + ") " + refused.reason() + ".";
        }
        var advice = refused.defaultValue()
                .or(() -> Optional.ofNullable(parameters.get(path))
                        .map(parameter -> parameter.getAttribute(DEFAULT_VALUE)))
                .map(value -> " The default is " + element(path, value) + ".")
                .orElse("");
        return element(path, refused.value()) + " (property " + PREFIX + path + ") " + refused.reason() + "." + advice;
    }

    /** The property of each parameter that has one, by the name of the parameter. */
    Map<String, String> properties() {
        var properties = new TreeMap<String, String>();
        parameters.forEach(
                (name, parameter) -> property(parameter).ifPresent(property -> properties.put(name, property)));
        return properties;
    }

    /** The properties of all goals of a plugin. */
    static Collection<String> properties(PluginDescriptor plugin) {
        var properties = new TreeSet<String>();
        plugin.getMojos()
                .forEach(goal ->
                        properties.addAll(new GoalParameters(goal).properties().values()));
        return properties;
    }

    /** The parameters of all goals of a plugin. */
    static Collection<String> names(PluginDescriptor plugin) {
        var names = new TreeSet<String>();
        plugin.getMojos().stream()
                .map(MojoDescriptor::getParameters)
                .filter(Objects::nonNull)
                .forEach(goal -> goal.forEach(parameter -> names.add(parameter.getName())));
        return names;
    }

    static String element(String name, String value) {
        return "<" + name + ">" + value + "</" + name + ">";
    }

    /** In the descriptor the property of a parameter stands as <code>${lenet.epochs}</code>. */
    private static Optional<String> property(PlexusConfiguration parameter) {
        var expression = parameter.getValue("");
        return expression.startsWith("${" + PREFIX)
                ? Optional.of(expression.substring(2, expression.length() - 1))
                : Optional.empty();
    }
}
