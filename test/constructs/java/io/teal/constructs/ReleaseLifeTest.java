package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.testing.TealAssertions;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseFormat;
import io.teal.release.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.services.ec2.InstanceType;

/** What differs between the templates of two releases, and that nothing else does. */
class ReleaseLifeTest {
    private static final Release FIRST = release("activeColor=blue", "blueVersion=1.0.0");
    private static final Release STARTED = release("activeColor=blue", "blueVersion=1.0.0", "greenVersion=2.0.0");
    private static final Release RESTING =
            release("activeColor=blue", "blueVersion=1.0.0", "greenVersion=2.0.0", "candidatePercent=10");
    private static final Release PROMOTED = release("activeColor=green", "blueVersion=1.0.0", "greenVersion=2.0.0");
    private static final Release RETIRED = release("activeColor=green", "blueVersion=none", "greenVersion=2.0.0");

    @Test
    void startingAddsOneFleetAndMovesNoTraffic() {
        assertThat(diff(FIRST, STARTED))
                .containsExactly(
                        "+ Mappings.OrdersGreenLaunchTemplateAmiMap",
                        "+ Outputs.OrdersRollbackToGreenCommand",
                        "+ Resources.OrdersCutoverPreflight.Properties.GreenLaunchTemplateVersion",
                        "+ Resources.OrdersCutoverShift.Properties.GreenLaunchTemplateVersion",
                        "+ Resources.OrdersGreenGroupASG",
                        "+ Resources.OrdersGreenGroupScalingPolicyCpu",
                        "+ Resources.OrdersGreenLaunchTemplate",
                        "+ Resources.OrdersGreenLaunchTemplateProfile",
                        "~ Outputs.OrdersGreenVersion.Value",
                        "~ Resources.OrdersBlueGroupScalingPolicyCpu.Properties.TargetTrackingConfiguration"
                                + ".DisableScaleIn",
                        "~ Resources.OrdersCutoverPreflight.Properties.Green",
                        "~ Resources.OrdersCutoverShift.DependsOn",
                        "~ Resources.OrdersCutoverShift.Properties.Green");
    }

    @Test
    void restingTellsBothResourcesThePercent() {
        assertThat(diff(STARTED, RESTING)).containsExactlyElementsOf(told("CandidatePercent"));
        settles(RESTING, 90, 10);
    }

    @Test
    void promotingTellsBothResourcesTheColorAndChangesAnOutput() {
        List<String> both = new ArrayList<>(withActiveColor());
        both.addAll(told("CandidatePercent"));
        assertThat(diff(RESTING, PROMOTED)).containsExactlyInAnyOrderElementsOf(both);
        assertThat(diff(STARTED, PROMOTED)).containsExactlyElementsOf(withActiveColor());
        settles(PROMOTED, 0, 100);
    }

    @Test
    void rollingBackIsPromotingInReverse() {
        assertThat(diff(PROMOTED, STARTED)).containsExactlyElementsOf(withActiveColor());
        assertThat(PROMOTED.rollBack()).isEqualTo(STARTED);
    }

    @Test
    void retiringTakesOneFleetAway() {
        assertThat(diff(PROMOTED, RETIRED))
                .containsExactly(
                        "- Mappings.OrdersBlueLaunchTemplateAmiMap",
                        "- Outputs.OrdersRollbackToBlueCommand",
                        "- Resources.OrdersBlueGroupASG",
                        "- Resources.OrdersBlueGroupScalingPolicyCpu",
                        "- Resources.OrdersBlueLaunchTemplate",
                        "- Resources.OrdersBlueLaunchTemplateProfile",
                        "- Resources.OrdersCutoverPreflight.Properties.BlueLaunchTemplateVersion",
                        "- Resources.OrdersCutoverShift.Properties.BlueLaunchTemplateVersion",
                        "~ Outputs.OrdersBlueVersion.Value",
                        "~ Resources.OrdersCutoverPreflight.Properties.Blue",
                        "~ Resources.OrdersCutoverShift.DependsOn",
                        "~ Resources.OrdersCutoverShift.Properties.Blue",
                        "~ Resources.OrdersGreenGroupScalingPolicyCpu.Properties.TargetTrackingConfiguration"
                                + ".DisableScaleIn");
    }

    @Test
    void restartingChangesTheImageAndTheVersionTagOfOneColor() {
        assertThat(diff(STARTED, STARTED.start(SampleService.ONE)))
                .containsExactly(
                        "~ Mappings.OrdersGreenLaunchTemplateAmiMap.eu-west-1.ami",
                        "~ Outputs.OrdersGreenVersion.Value",
                        "~ Resources.OrdersCutoverPreflight.Properties.Green",
                        "~ Resources.OrdersCutoverShift.Properties.Green",
                        "~ Resources.OrdersGreenGroupASG.Properties.Tags.3.Value");
    }

    @Test
    void aColorLeftUnsaidIsToldApartFromARetiredOne() {
        Release unsaid = new Release(Color.GREEN, Slot.UNSAID, Slot.runs(SampleService.TWO), 0);
        List<String> expected = new ArrayList<>(List.of("~ Outputs.OrdersBlueVersion.Value"));
        expected.addAll(told("Blue"));
        assertThat(diff(unsaid, RETIRED)).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noMoveChangesAnythingElse(boolean everyOption) {
        Map<Release, SynthTemplate> templates = new HashMap<>();
        Function<Release, SynthTemplate> synth = release -> everyOption ? full(release) : plain(release);
        for (ReleaseGrid.Move move : ReleaseGrid.moves()) {
            SynthTemplate before = templates.computeIfAbsent(move.before(), synth);
            SynthTemplate after = templates.computeIfAbsent(move.after(), synth);
            assertThat(TemplateDiff.between(before, after))
                    .as("%s -> %s", move.before(), move.after())
                    .containsExactlyElementsOf(ExpectedChange.between(move.before(), move.after(), everyOption));
        }
        assertThat(templates).hasSize(28);
    }

    @Test
    void bothWeightsAreSettledAlsoWhereAColorHasNoFleet() {
        settles(FIRST, 100, 0);
        settles(RETIRED, 0, 100);
    }

    private static List<String> diff(Release before, Release after) {
        return TemplateDiff.between(plain(before), plain(after));
    }

    private static SynthTemplate plain(Release release) {
        return SampleService.of(release).synth();
    }

    private static SynthTemplate full(Release release) {
        return SampleService.of(release)
                .https()
                .codeDeploy(1)
                .fleet(options -> options.instanceTypes(new InstanceType("t3.small"), new InstanceType("t3a.small")))
                .newVpc()
                .withFeatureFlags()
                .synth();
    }

    private static void settles(Release release, int blue, int green) {
        TealAssertions.assertThatTemplate(plain(release).json()).givesTraffic(blue, green);
    }

    /** What Preflight and Shift are told, which is one and the same. */
    private static List<String> told(String property) {
        return List.of(
                "~ Resources.OrdersCutoverPreflight.Properties." + property,
                "~ Resources.OrdersCutoverShift.Properties." + property);
    }

    private static List<String> withActiveColor() {
        List<String> lines = new ArrayList<>(List.of("~ Outputs.OrdersActiveColor.Value"));
        lines.addAll(told("Active"));
        return lines;
    }

    private static Release release(String... lines) {
        return ReleaseFormat.parseFile(String.join("\n", lines), "life").release();
    }
}
