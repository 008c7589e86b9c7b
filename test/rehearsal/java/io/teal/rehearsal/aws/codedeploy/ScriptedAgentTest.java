package io.teal.rehearsal.aws.codedeploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.autoscaling.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real scripts and files of a revision, on a host that is a process. */
class ScriptedAgentTest {
    /** More than a script takes on a busy machine, in seconds. */
    private static final int LONG = 60;

    private static final Map<String, String> NAMES = Map.of("APPLICATION_NAME", "shop");

    private final AtomicBoolean stopped = new AtomicBoolean();

    @TempDir
    private Path revisions;

    private ScriptedHost machine;
    private ScriptedAgent agent;

    @BeforeEach
    void begin() throws IOException {
        machine = ScriptedHost.boot(false);
        agent = machine.agent();
    }

    @AfterEach
    void end() {
        machine.close();
    }

    private Agent.Order order(String version, String script) throws IOException {
        return order(version, script, LONG);
    }

    private Agent.Order order(String version, String script, int seconds) throws IOException {
        Path folder = Files.createDirectories(revisions.resolve(version));
        Files.writeString(folder.resolve("text"), version);
        Files.writeString(folder.resolve("run.sh"), "#!/bin/bash\n" + script + "\n");
        Files.writeString(folder.resolve("appspec.yml"), """
                version: 0.0
                os: linux
                files:
                  - source: text
                    destination: /opt
                hooks:
                  ApplicationStop:
                    - location: run.sh
                      timeout: SECONDS
                  ValidateService:
                    - location: run.sh
                      timeout: SECONDS
                """.replace("SECONDS", Integer.toString(seconds)));
        return new Agent.Order("d-1", new RevisionFolders(revisions).find(version + ".zip"), NAMES, stopped::get);
    }

    private Optional<String> perform(String event, Agent.Order order) {
        return agent.start(event, order).join();
    }

    @Test
    void itsFilesTakeThePlaceOfThoseOfTheRevisionBefore() throws IOException {
        Agent.Order first = order("1.0.0", "exit 0");
        perform("DownloadBundle", first);
        perform("Install", first);
        agent.succeeded(first);
        Path text = machine.processes().folder().resolve("h1/opt/text");
        assertThat(text).hasContent("1.0.0");
        Agent.Order second = order("2.0.0", "exit 0");
        perform("DownloadBundle", second);
        perform("Install", second);
        assertThat(text).hasContent("2.0.0");
        assertThat(agent.version()).contains("1.0.0");
    }

    @Test
    void aScriptThatFailsIsNamedWithItsCodeAndItsLastWords() throws IOException {
        Agent.Order order = order("1.0.0", "echo 'no database'; exit 3");
        perform("DownloadBundle", order);
        assertThat(perform("ValidateService", order)).contains("run.sh exited with 3: no database");
    }

    @Test
    void aScriptThatTakesTooLongOrIsStoppedIsKilled() throws IOException {
        Agent.Order order = order("1.0.0", "sleep 60", 1);
        perform("DownloadBundle", order);
        assertThat(perform("ValidateService", order)).contains("run.sh took longer than 1 s");
        Agent.Order longer = order("2.0.0", "sleep 60");
        perform("DownloadBundle", longer);
        CompletableFuture<Optional<String>> running = agent.start("ValidateService", longer);
        stopped.set(true);
        assertThat(running.join()).contains("run.sh was stopped");
    }

    @RepeatedTest(10)
    void aScriptThatIsStoppedBeforeItBeganDoesNotRun() throws Exception {
        Agent.Order order = order("1.0.0", "exec sleep 61");
        perform("DownloadBundle", order);
        stopped.set(true);
        assertThat(perform("ValidateService", order)).contains("run.sh was stopped");
        stopped.set(false);
        runsTheNextScript();
        Process process = ((Launcher.HostProcess) machine.host().machine()).process();
        for (ProcessHandle left :
                process.descendants().filter(ScriptedAgentTest::sleeps).toList()) {
            left.onExit().get(1, TimeUnit.MINUTES);
        }
    }

    /** A host begins its scripts in the order in which it was told to. */
    private void runsTheNextScript() throws IOException {
        Agent.Order next = order("2.0.0", "exit 0");
        perform("DownloadBundle", next);
        assertThat(perform("ValidateService", next)).isEmpty();
    }

    private static boolean sleeps(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains("sleep 61");
    }

    @Test
    void whatStopsTheApplicationIsTheScriptOfTheRevisionBefore() throws IOException {
        Agent.Order first = order("1.0.0", "echo 'the old one'; exit 4");
        perform("DownloadBundle", first);
        assertThat(perform("ApplicationStop", first)).isEmpty();
        agent.succeeded(first);
        Agent.Order second = order("2.0.0", "exit 0");
        assertThat(perform("ApplicationStop", second)).contains("run.sh exited with 4: the old one");
    }

    @Test
    void aHostThatIsLostRunsNoScript() throws Exception {
        Agent.Order order = order("1.0.0", "exit 0");
        perform("DownloadBundle", order);
        machine.host().machine().kill();
        machine.host().machine().stop().get();
        assertThat(perform("ValidateService", order)).isPresent();
    }
}
