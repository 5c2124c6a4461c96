package io.github.lenet.maven.configuration;

import io.github.lenet.maven.build.Invocation;
import io.github.lenet.maven.build.Workplace;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.codehaus.plexus.component.configurator.expression.ExpressionEvaluationException;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** A goal of this plugin with the values that the POM gives it in this build, seen from another goal. */
public final class ConfiguredGoal {

    private static final String DISABLED = "none";

    private final String id;
    private final MojoDescriptor goal;
    private final Xpp3Dom configuration;
    private final PluginParameterExpressionEvaluator evaluator;
    private final Workplace workplace;

    private ConfiguredGoal(
            String id, MojoDescriptor goal, @Nullable ConfigurationContainer container, Invocation asking) {
        this.id = id;
        this.goal = goal;
        this.configuration = container != null && container.getConfiguration() instanceof Xpp3Dom dom
                ? dom
                : new Xpp3Dom("configuration");
        this.workplace = asking.workplace();
        this.evaluator = new PluginParameterExpressionEvaluator(asking.session(), new MojoExecution(goal, id));
    }

    /**
     * Every way in which a goal may run in a module.
     *
     * @param name the goal, such as {@code train}
     * @param asking the goal that asks
     * @return the executions of the POM; where the one that asks was called on the command line, a call of the other
     *     one there as well
     */
    public static List<ConfiguredGoal> list(String name, Invocation asking) {
        var goal = asking.execution().getMojoDescriptor().getPluginDescriptor().getMojo(name);
        var plugin = asking.plugin();
        var goals = new ArrayList<ConfiguredGoal>();
        plugin.stream()
                .map(Plugin::getExecutions)
                .flatMap(List::stream)
                .filter(execution -> execution.getGoals().contains(name) && !DISABLED.equals(execution.getPhase()))
                .map(execution -> new ConfiguredGoal(execution.getId(), goal, execution, asking))
                .forEach(goals::add);
        if (asking.isDirect()) {
            goals.add(new ConfiguredGoal(Invocation.WITHOUT_ID, goal, plugin.orElse(null), asking));
        }
        return goals;
    }

    /**
     * The id of the execution.
     *
     * @return for example {@code train}, or {@code default-cli} for a call on the command line
     */
    public String id() {
        return id;
    }

    /**
     * The value of a parameter: that of the POM's {@code <configuration>}, of its property, or the default.
     *
     * @param parameter name of the parameter
     * @return its text; empty if it has no value
     */
    public Optional<String> text(String parameter) {
        return value(parameter).map(Object::toString);
    }

    /**
     * The value of a parameter that is a file.
     *
     * @param parameter name of the parameter
     * @return its absolute path; empty if it has no value
     */
    public Optional<Path> file(String parameter) {
        return text(parameter)
                .map(text -> workplace
                        .resolve(evaluator.alignToBaseDirectory(new File(text)))
                        .toAbsolutePath());
    }

    /**
     * The folder whose content becomes the jar of the module of this goal.
     *
     * @return for example {@code target/classes}
     */
    public Path classes() {
        return workplace.classes();
    }

    /**
     * The value of a parameter that has elements of its own, which no property can give it.
     *
     * @param parameter name of the parameter
     * @return the elements in it that the POM's {@code <configuration>} has; empty if there is none
     */
    public List<Xpp3Dom> children(String parameter) {
        return Stream.ofNullable(configuration.getChild(parameter))
                .map(Xpp3Dom::getChildren)
                .flatMap(Arrays::stream)
                .toList();
    }

    private Optional<Object> value(String parameter) {
        var declared = Optional.ofNullable(goal.getMojoConfiguration().getChild(parameter, false));
        return Stream.of(
                        Optional.ofNullable(configuration.getChild(parameter)).map(Xpp3Dom::getValue),
                        declared.map(PlexusConfiguration::getValue),
                        declared.map(declaration -> declaration.getAttribute(GoalParameters.DEFAULT_VALUE)))
                .flatMap(Optional::stream)
                .flatMap(expression -> evaluate(expression).stream())
                .findFirst();
    }

    private Optional<Object> evaluate(String expression) {
        try {
            return Optional.ofNullable(evaluator.evaluate(expression.strip()));
        } catch (ExpressionEvaluationException e) {
            // Maven itself will say so, when it runs that goal.
            return Optional.empty();
        }
    }
}
