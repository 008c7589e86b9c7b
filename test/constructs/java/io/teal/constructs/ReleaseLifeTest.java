package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.ReleaseFormat;
import io.teal.release.Slot;
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
                        "+ Resources.OrdersGreenGroupASG",
                        "+ Resources.OrdersGreenGroupScalingPolicyCpu",
                        "+ Resources.OrdersGreenLaunchTemplate",
                        "+ Resources.OrdersGreenLaunchTemplateProfile",
                        "~ Outputs.OrdersGreenVersion.Value",
                        "~ Resources.OrdersBlueGroupScalingPolicyCpu.Properties.TargetTrackingConfiguration"
                                + ".DisableScaleIn",
                        "~ Resources.OrdersTrafficLoadBalancerProduction.DependsOn");
    }

    @Test
    void restingChangesTheTwoWeights() {
        assertThat(diff(STARTED, RESTING)).containsExactlyElementsOf(bothWeights());
        assertThat(weights(RESTING)).containsExactly(90, 10);
    }

    @Test
    void promotingChangesTheTwoWeightsAndAnOutput() {
        assertThat(diff(RESTING, PROMOTED)).containsExactlyElementsOf(withActiveColor());
        assertThat(diff(STARTED, PROMOTED)).containsExactlyElementsOf(withActiveColor());
        assertThat(weights(PROMOTED)).containsExactly(0, 100);
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
                        "~ Outputs.OrdersBlueVersion.Value",
                        "~ Resources.OrdersGreenGroupScalingPolicyCpu.Properties.TargetTrackingConfiguration"
                                + ".DisableScaleIn",
                        "~ Resources.OrdersTrafficLoadBalancerProduction.DependsOn");
    }

    @Test
    void restartingChangesTheImageAndTheVersionTagOfOneColor() {
        assertThat(diff(STARTED, STARTED.start(SampleService.ONE)))
                .containsExactly(
                        "~ Mappings.OrdersGreenLaunchTemplateAmiMap.eu-west-1.ami",
                        "~ Outputs.OrdersGreenVersion.Value",
                        "~ Resources.OrdersGreenGroupASG.Properties.Tags.3.Value");
    }

    @Test
    void aColorLeftUnsaidDiffersFromARetiredOneInAnOutputOnly() {
        Release unsaid = new Release(Color.GREEN, Slot.UNSAID, Slot.runs(SampleService.TWO), 0);
        assertThat(diff(unsaid, RETIRED)).containsExactly("~ Outputs.OrdersBlueVersion.Value");
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
    void bothWeightsAreWrittenAlsoWhereAColorHasNoFleet() {
        assertThat(weights(FIRST)).containsExactly(100, 0);
        assertThat(weights(RETIRED)).containsExactly(0, 100);
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

    private static List<Object> weights(Release release) {
        SynthTemplate template = plain(release);
        return List.of(weight(template, 0), weight(template, 1));
    }

    private static Object weight(SynthTemplate template, int place) {
        return template.property(
                "OrdersTrafficLoadBalancerProduction",
                "DefaultActions",
                0,
                "ForwardConfig",
                "TargetGroups",
                place,
                "Weight");
    }

    private static List<String> bothWeights() {
        String groups = "Resources.OrdersTrafficLoadBalancerProduction.Properties.DefaultActions.0.ForwardConfig"
                + ".TargetGroups.";
        return List.of("~ " + groups + "0.Weight", "~ " + groups + "1.Weight");
    }

    private static List<String> withActiveColor() {
        return List.of(
                "~ Outputs.OrdersActiveColor.Value",
                bothWeights().get(0),
                bothWeights().get(1));
    }

    private static Release release(String... lines) {
        return ReleaseFormat.parseFile(String.join("\n", lines), "life").release();
    }
}
