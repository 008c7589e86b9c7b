package io.teal.constructs.internal.codedeploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.SampleHosts;
import io.teal.constructs.Shell;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of the revision, run as CodeDeploy runs them, on a host of folders. */
class ScriptsTest {
    @TempDir
    private Path folder;

    private OneHost host;

    @BeforeEach
    void aNewHost() throws IOException {
        host = new OneHost(folder);
        host.healthy(8080, 8090);
    }

    @ParameterizedTest
    @ValueSource(strings = {"install.sh", "validate.sh", "start.sh"})
    void bashReadsEachScript(String script) {
        Path file = SampleHosts.bundle(SampleHosts.BOTH).write().resolve(script);
        assertThat(Shell.run("bash -n " + file)).isEqualTo(new Shell.Result(0, ""));
    }

    @Test
    void theFirstVersionIsFetchedAndStartedOnItsPort() throws IOException {
        assertThat(host.deploy(SampleHosts.BLUE).code()).isZero();
        assertThat(host.calls())
                .containsExactly(
                        "systemctl disable --now teal@blue",
                        "aws s3://artifacts/orders/1.0.0/orders.jar",
                        "systemctl enable --now teal@blue");
        assertThat(host.file("blue/environment")).contains("VERSION=1.0.0\n", "PORT=8080\n", "/teal/blue/orders.jar\n");
    }

    @Test
    void startingAColorTouchesNothingOfTheOther() throws IOException {
        host.deploy(SampleHosts.BLUE);
        host.calls();
        assertThat(host.deploy(SampleHosts.BOTH).code()).isZero();
        assertThat(host.calls())
                .hasSize(3)
                .contains("systemctl enable --now teal@green")
                .noneMatch(call -> call.contains("blue") || call.contains("1.0.0"));
        assertThat(host.file("green/environment")).contains("PORT=8090\n");
    }

    @Test
    void aPromoteTouchesNothing() throws IOException {
        host.deploy(SampleHosts.BOTH);
        host.calls();
        assertThat(host.deploy(SampleHosts.PROMOTED).code()).isZero();
        assertThat(host.calls()).isEmpty();
    }

    @Test
    void aColorThatIsRetiredIsStoppedAndTheOtherLeftAlone() throws IOException {
        host.deploy(SampleHosts.BOTH);
        host.calls();
        assertThat(host.deploy(SampleHosts.GREEN).code()).isZero();
        assertThat(host.calls()).containsExactly("systemctl disable --now teal@blue");
    }

    @Test
    void anInstallationThatBreaksOffIsBegunAgain() throws IOException {
        host.deploy(SampleHosts.BLUE);
        host.artifactsAreGone(true);
        assertThat(host.install(SampleHosts.BOTH).code()).isNotZero();
        host.artifactsAreGone(false);
        host.calls();
        assertThat(host.deploy(SampleHosts.BOTH).code()).isZero();
        assertThat(host.calls()).contains("systemctl enable --now teal@green");
    }

    @Test
    void aVersionThatNeverGetsHealthyFailsAndIsBegunAgain() throws IOException {
        host.deploy(SampleHosts.BLUE);
        host.healthy(8080);
        Shell.Result result = host.deploy(SampleHosts.BOTH);
        assertThat(result.code()).isNotZero();
        assertThat(result.output()).contains("green is not healthy after 240 s");
        host.healthy(8080, 8090);
        host.calls();
        assertThat(host.deploy(SampleHosts.BOTH).code()).isZero();
        assertThat(host.calls()).contains("systemctl enable --now teal@green");
    }

    @Test
    void theWayBackStopsWhatNeverGotHealthy() throws IOException {
        host.deploy(SampleHosts.BLUE);
        host.healthy(8080);
        host.deploy(SampleHosts.BOTH);
        host.calls();
        assertThat(host.deploy(SampleHosts.BLUE).code()).isZero();
        assertThat(host.calls()).containsExactly("systemctl disable --now teal@green");
    }

    @Test
    void onANewHostAVersionGoneBadDoesNotKeepTheOtherFromServing() throws IOException {
        host.healthy(8090);
        assertThat(host.deploy(SampleHosts.PROMOTED).code()).isZero();
    }

    @Test
    void aNewHostWhereNothingGetsHealthyFails() throws IOException {
        host.healthy();
        assertThat(host.deploy(SampleHosts.BOTH).code()).isNotZero();
    }
}
