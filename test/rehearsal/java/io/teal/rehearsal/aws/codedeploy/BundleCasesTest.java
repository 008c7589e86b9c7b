package io.teal.rehearsal.aws.codedeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles that real use came up with, by their numbers: what CodeDeploy's agent does with them. */
class BundleCasesTest {
    private static final String APPSPEC = """
            version: 0.0
            os: linux
            files:
              - source: text
                destination: /opt
            hooks:
              ApplicationStart:
                - location: /run.sh
                  timeout: 60
            """;

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

    private void bundle(String appspecName, String appspec, String script) throws IOException {
        Path folder = Files.createDirectories(revisions.resolve("1.0.0"));
        Files.writeString(folder.resolve("text"), "text");
        Files.writeString(folder.resolve("run.sh"), "#!/bin/bash\n" + script + "\n");
        Files.writeString(folder.resolve(appspecName), appspec);
    }

    private RevisionFolders.RevisionFolder found() {
        return new RevisionFolders(revisions).find("1.0.0");
    }

    private Optional<String> started(String script) throws IOException {
        return started(script, APPSPEC);
    }

    private Optional<String> started(String script, String appspec) throws IOException {
        bundle("appspec.yml", appspec, script);
        Map<String, String> names = Map.of("APPLICATION_NAME", "shop", "DEPLOYMENT_GROUP_NAME", "blue");
        Agent.Order order = new Agent.Order("d-1", found(), names, () -> false);
        agent.start("DownloadBundle", order).join();
        agent.start("Install", order).join();
        return agent.start("ApplicationStart", order).join();
    }

    @Test
    void case30AServiceThatKeepsItsScriptsOutputOpenFails() throws IOException {
        assertThat(started("sleep 60 &", APPSPEC.replace("timeout: 60", "timeout: 6")))
                .hasValueSatisfying(why -> assertThat(why)
                        .startsWith("run.sh has ended, and what it started keeps its output open")
                        .contains("fails after 6 s"));
        assertThat(started("sleep 60 >/dev/null 2>&1 &")).isEmpty();
    }

    @Test
    void case31AScriptDoesNotStartInTheFolderOfItsBundle() throws IOException {
        assertThat(started("[ -f run.sh ] || { echo 'another folder'; exit 1; }"))
                .contains("run.sh exited with 1: another folder");
    }

    @Test
    void case32AnotherVersionAndTwoSourcesForOneFileAreRefused() throws IOException {
        bundle("appspec.yml", APPSPEC.replace("0.0", "0.1"), "");
        assertThatThrownBy(this::found)
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("version must be 0.0");
        String twice = "  - source: ./\n    destination: /opt\nhooks:";
        bundle("appspec.yml", APPSPEC.replace("hooks:", twice), "");
        assertThatThrownBy(this::found).isInstanceOf(BadInputException.class).hasMessageContaining("two sources");
    }

    @Test
    void case34AppspecYamlIsTaken() throws IOException {
        bundle("appspec.yaml", APPSPEC, "");
        assertThat(found().scripts("ApplicationStart")).hasSize(1);
    }

    @Test
    void case35TheAgentGivesNamesOfTheDeployment() throws IOException {
        assertThat(started("echo $APPLICATION_NAME $DEPLOYMENT_GROUP_NAME $LIFECYCLE_EVENT; exit 1"))
                .contains("run.sh exited with 1: shop blue ApplicationStart");
    }

    @Test
    void aSourceThatIsNotThereIsRefused() throws IOException {
        bundle("appspec.yml", APPSPEC.replace("source: text", "source: texts"), "");
        assertThatThrownBy(this::found).hasMessageContaining("source texts not found");
    }
}
