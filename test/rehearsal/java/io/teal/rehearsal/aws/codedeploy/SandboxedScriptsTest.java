package io.teal.rehearsal.aws.codedeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.teal.rehearsal.process.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts of a bundle can do in the sandbox, and what they cannot. */
class SandboxedScriptsTest {
    @TempDir
    private Path revisions;

    private ScriptedHost machine;
    private ScriptedAgent agent;
    private int deployments;

    @BeforeEach
    void begin() throws IOException {
        assumeThat(Sandbox.works()).as("bubblewrap").isTrue();
        machine = ScriptedHost.boot(true);
        agent = machine.agent();
    }

    @AfterEach
    void end() {
        Optional.ofNullable(machine).ifPresent(ScriptedHost::close);
    }

    private Optional<String> started(String script) throws IOException {
        Path folder = Files.createDirectories(revisions.resolve("1.0.0"));
        Files.writeString(folder.resolve("text"), "text");
        Files.writeString(folder.resolve("run.sh"), "#!/bin/bash\n" + script + "\n");
        Files.writeString(folder.resolve("appspec.yml"), """
                version: 0.0
                os: linux
                files:
                  - source: text
                    destination: /var/www/shop
                hooks:
                  ApplicationStart:
                    - location: run.sh
                      timeout: 20
                """);
        RevisionFolders.RevisionFolder bundle = new RevisionFolders(revisions).find("1.0.0");
        Agent.Order order = new Agent.Order("d-" + ++deployments, bundle, Map.of(), () -> false);
        agent.start("DownloadBundle", order).join();
        agent.start("Install", order).join();
        return agent.start("ApplicationStart", order).join();
    }

    @Test
    void filesAreWhereTheAppspecPutsThemAndWhatIsWrittenThereIsTheHostsOwn() throws IOException {
        assertThat(started("test \"$(cat /var/www/shop/text)\" = text && mkdir -p /opt/shop && echo 1 >/opt/shop/x"))
                .isEmpty();
        assertThat(machine.processes().folder().resolve("h1/opt/shop/x")).hasContent("1");
        assertThat(Path.of("/opt/shop")).doesNotExist();
        assertThat(started("rm -rf /var/www/* && echo 1 >/var/log/shop.log")).isEmpty();
        assertThat(machine.processes().folder().resolve("h1/var/www/shop")).doesNotExist();
    }

    @Test
    void thisMachinesFilesCannotBeChanged() throws IOException {
        Path precious = Files.writeString(revisions.resolve("precious"), "mine");
        assertThat(started("rm -f '" + precious + "'; touch /etc/of-a-bundle /usr/bin/of-a-bundle"))
                .hasValueSatisfying(why -> assertThat(why).contains("Read-only file system"));
        assertThat(precious).hasContent("mine");
        assertThat(Path.of("/etc/of-a-bundle")).doesNotExist();
    }

    @Test
    void aServiceThatAScriptStartedStopsWithItsHostAndHasTimeToEnd() throws Exception {
        Path ended = machine.processes().folder().resolve("ended");
        assertThat(started("(trap 'echo yes >" + ended + "; exit' TERM; echo $$ >" + ended
                        + ".pid; while :; do sleep 0.1; done) >/dev/null 2>&1 &\nsleep 0.5"))
                .isEmpty();
        machine.host().machine().stop().get(1, TimeUnit.MINUTES);
        assertThat(ended).hasContent("yes");
        assertThat(machine.host().machine().isAlive()).isFalse();
    }
}
