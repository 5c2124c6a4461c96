package io.github.lenet.maven.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InvocationTest {

  @Test
  void skipsModulesThatHoldOtherModules() throws Exception {
    var parent = Builds.module("<packaging>pom</packaging>");
    var session = Builds.session(List.of(parent));

    assertThat(new Invocation(session, parent, Builds.execution("train", "digits", "")).skipReason())
        .hasValue("the module has pom packaging");
  }

  @Test
  void skipsModulesWithoutThePluginWhenItIsCalledDirectly() throws Exception {
    var with = Builds.moduleWithPlugin("");
    var without = Builds.module("");
    var session = Builds.session(List.of(with, without));
    var direct = Builds.direct("train", "default-cli");

    assertThat(new Invocation(session, with, direct).skipReason()).isEmpty();
    assertThat(new Invocation(session, without, direct).skipReason())
        .hasValue("the module does not list the plugin under <build><plugins>");
  }

  @Test
  void runsInTheOnlyModuleOfABuildWhateverItLists() throws Exception {
    var module = Builds.module("");
    var session = Builds.session(List.of(module));

    assertThat(new Invocation(session, module, Builds.direct("train", "default-cli")).skipReason()).isEmpty();
  }
}
