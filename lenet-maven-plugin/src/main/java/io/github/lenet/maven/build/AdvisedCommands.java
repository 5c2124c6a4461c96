package io.github.lenet.maven.build;

import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands that messages advise, such as {@code mvn lenet:train}. Many come from where nobody knows the build, some
 * of them from {@code lenet-core}; copied into the root of several modules, each has to name the one that it is about,
 * and in a folder without a POM the whole plugin, of which Maven knows no prefix there.
 */
public final class AdvisedCommands implements UnaryOperator<String> {

    /** The goals of a command whose module is not named; {@code help} is about none. */
    private static final Pattern GOALS =
            Pattern.compile("\\bmvn lenet:(?!help\\b)[\\w@-]++(?: lenet:[\\w@-]++)*+(?! -pl )");

    private static final Pattern COMMAND = Pattern.compile("\\bmvn(?: lenet:[\\w@-]++)++");

    private final String module;
    private final String prefix;

    /**
     * Knows the build of a goal.
     *
     * @param invocation the goal that gives advice
     */
    public AdvisedCommands(Invocation invocation) {
        var execution = invocation.execution();
        var all = Workplace.modules(invocation.session());
        // Of several modules at once it is about none.
        var runsOnce = execution.getMojoDescriptor().isAggregator()
                && invocation.session().getProjects().size() > 1;
        prefix = invocation.workplace().isModule()
                ? " lenet:"
                : " " + String.join(":", execution.getGroupId(), execution.getArtifactId(), execution.getVersion())
                        + ":";
        module = all.size() > 1 && !runsOnce ? " -pl :" + invocation.project().getArtifactId() : "";
    }

    /**
     * Names the module.
     *
     * @param message a message with commands or without
     * @return the message, whose commands can be copied into the folder where the build was started
     */
    @Override
    public String apply(String message) {
        var named =
                module.isEmpty() ? message : GOALS.matcher(message).replaceAll("$0" + Matcher.quoteReplacement(module));
        return COMMAND.matcher(named)
                .replaceAll(command -> Matcher.quoteReplacement(command.group().replace(" lenet:", prefix)));
    }
}
