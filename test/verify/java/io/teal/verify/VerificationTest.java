package io.teal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class VerificationTest {
    private final FakeLab lab = new FakeLab();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void whereAwsBehavesAsIsReliedOnEveryRowIsSeen() {
        assertThat(run("--yes")).isZero();
        assertThat(out.toString()).doesNotContain("NOT SEEN").contains("E3  seen", "after 19500 ms", "A1  seen");
        assertThat(lab.did).endsWith("delete");
    }

    @Test
    void whatIsNotSoIsSaidAndIsTheExitCode() {
        lab.readsAttributesAnew = false;
        lab.spreadMillis = 150_000;
        lab.bootedVersion = "2";
        assertThat(run("--yes")).isEqualTo(1);
        assertThat(out.toString().lines().filter(line -> line.contains("NOT SEEN")))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("C3 "))
                .anyMatch(line -> line.startsWith("E3 "))
                .anyMatch(line -> line.startsWith("A1 "));
    }

    @Test
    void aRollbackThatDoesNotSwapIsNotSeen() {
        lab.swaps = false;
        assertThat(run("--yes")).isEqualTo(1);
        assertThat(out.toString()).contains("C1  NOT SEEN", "UPDATE_ROLLBACK_COMPLETE");
    }

    @Test
    void whatTakesTooLongIsNotSeen() {
        lab.listedAfterMillis = 61_000;
        lab.taggedAfterMillis = 121_000;
        assertThat(run("--yes")).isEqualTo(1);
        assertThat(out.toString()).contains("not within a minute", "121000 ms after the group was scaled out");
    }

    @Test
    void howLateMetricsAreIsMeasuredAndTooLateIsNotSeen() {
        run("--yes");
        assertThat(out.toString()).containsPattern("W5  seen .*known (8|9)\\d{4} ms after its end");
        lab.metricsLateMillis = 240_000;
        assertThat(run("--yes")).isEqualTo(1);
        assertThat(out.toString()).contains("W5  NOT SEEN");
    }

    @Test
    void metricsThatAreNeverKnownAreNoEvidence() {
        lab.metricsLateMillis = -1;
        assertThat(run("--yes")).isEqualTo(1);
        assertThat(out.toString()).contains("W5  NOT SEEN", "no minute was known");
    }

    @Test
    void aHostWhoseLaunchTemplateVersionIsNoNumberIsNoticed() {
        lab.bootedVersion = "$Latest";
        assertThat(run("--yes")).isEqualTo(1);
        assertThat(out.toString()).contains("A16 NOT SEEN");
    }

    @Test
    void aCancelledRefreshThatCloudFormationTakesForASuccessIsNotSeen() {
        lab.cancelled = "UPDATE_COMPLETE";
        assertThat(run("--yes")).isEqualTo(1);
        assertThat(out.toString()).contains("A14 NOT SEEN", "the stack is UPDATE_COMPLETE");
        assertThat(lab.did).contains("deploy 2, cancelled");
    }

    @Test
    void tagsThatAnUpdateDropsAreNotSeen() {
        lab.dropsTags = true;
        assertThat(run("--yes")).isEqualTo(1);
        assertThat(out.toString()).contains("C12 NOT SEEN", "tags {}");
    }

    @Test
    void aSizeThatIsReadLateIsNotSeen() {
        lab.sizedAfterMillis = 11_000;
        assertThat(run("--yes")).isEqualTo(1);
        assertThat(out.toString()).contains("A3  NOT SEEN");
        lab.sizedAfterMillis = 61_000;
        assertThat(run("--yes")).isEqualTo(1);
        assertThat(out.toString()).contains("not within a minute");
    }

    @Test
    void theStackGoesAlsoIfNothingCouldBeMeasured() {
        lab.createFails = true;
        assertThat(run("--yes")).isEqualTo(1);
        assertThat(lab.did).containsExactly("deploy one", "delete");
    }

    @Test
    void aProbeThatBreaksKeepsNoOtherFromItsTurnAndTheStackGoes() {
        lab.breaks = true;
        assertThat(run("--yes")).isEqualTo(1);
        assertThat(out.toString()).contains("no result: Rate exceeded");
        assertThat(lab.did).endsWith("delete");
    }

    @Test
    void silenceIsNoEvidenceThatWeightsHaveSpread() {
        lab.silent = true;
        assertThat(run("--yes")).isEqualTo(1);
        assertThat(out.toString()).contains("E3  NOT SEEN", "no result: before the change nodes answered [no answer");
    }

    @Test
    void aResourceThatIsAskedThoughNothingOfItChangedIsNoticed() {
        lab.asksAgain = true;
        assertThat(run("--yes")).isEqualTo(1);
        assertThat(out.toString()).contains("C2  NOT SEEN");
    }

    @Test
    void aStackThatCannotBeDeletedIsTheExitCodeAndIsSaidWithTheCommand() {
        lab.deleted = "DELETE_FAILED";
        assertThat(run("--yes")).isEqualTo(5);
        assertThat(out.toString())
                .contains("the stack is still there (DELETE_FAILED)")
                .contains("aws cloudformation delete-stack --stack-name teal-verify-1");
    }

    @Test
    void whatAwsRefusesBeforeAnythingIsMeasuredIsOneLine() {
        lab.signedOut = Optional.of(new IllegalStateException("Unable to load credentials\nfrom any of many places"));
        assertThat(run("--yes")).isEqualTo(4);
        assertThat(err.toString()).isEqualToNormalizingNewlines("""
                teal: Unable to load credentials
                hint: look at the credentials, the region and the network
                """);
        assertThat(lab.did).isEmpty();
    }

    @Test
    void withoutYesNothingIsDone() {
        assertThat(run()).isZero();
        assertThat(lab.did).isEmpty();
        assertThat(out.toString()).contains("nothing was done; --yes makes the stack in account 123456789012");
    }

    @Test
    void anotherAccountIsRefusedBeforeAnythingIsDone() {
        int exit = command().execute("--account", "999999999999", "--region", "eu-west-1", "--yes");
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("teal: --account is 999999999999, and the credentials belong to 123456789012");
        assertThat(lab.did).isEmpty();
    }

    @Test
    void everyRowThatIsMarkedIsMeasuredAndNoOther() throws IOException {
        var marked = Files.readAllLines(Path.of("docs/assumptions.md")).stream()
                .filter(line -> line.matches("\\| [A-Z]\\d+ ✔ .*"))
                .map(line -> line.split(" ")[1])
                .toList();
        assertThat(Assumption.values()).extracting(Enum::name).containsExactlyInAnyOrderElementsOf(marked);
    }

    private int run(String... more) {
        String[] arguments = new String[4 + more.length];
        System.arraycopy(new String[] {"--account", "123456789012", "--region", "eu-west-1"}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return command().execute(arguments);
    }

    private CommandLine command() {
        return VerifyOnAws.commandLine(new VerifyCommand(region -> lab))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
    }
}
