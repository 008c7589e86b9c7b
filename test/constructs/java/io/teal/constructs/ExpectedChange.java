package io.teal.constructs;

import io.teal.release.Color;
import io.teal.release.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What may change in the template of {@link SampleService} between two releases, as {@link TemplateDiff} lists it. */
final class ExpectedChange {
    private static final Map<Color, String> NAMES = Map.of(Color.BLUE, "Blue", Color.GREEN, "Green");

    private final Release before;
    private final Release after;
    private final boolean codeDeploy;
    private final List<String> lines = new ArrayList<>();

    private ExpectedChange(Release before, Release after, boolean codeDeploy) {
        this.before = before;
        this.after = after;
        this.codeDeploy = codeDeploy;
    }

    static List<String> between(Release before, Release after, boolean codeDeploy) {
        ExpectedChange change = new ExpectedChange(before, after, codeDeploy);
        change.release();
        for (Color color : Color.values()) {
            change.fleet(color);
        }
        return change.lines.stream().sorted().toList();
    }

    private void release() {
        if (before.active() != after.active()) {
            lines.add("~ Outputs.OrdersActiveColor.Value");
            told("~ ", "Properties.Active");
        }
        if (before.candidatePercent() != after.candidatePercent()) {
            told("~ ", "Properties.CandidatePercent");
        }
        if (!running(before).equals(running(after))) {
            lines.add("~ Resources.OrdersCutoverShift.DependsOn");
        }
    }

    /** Preflight and Shift are told the same, and so is each Install that stays. */
    private void told(String sign, String what) {
        lines.add(sign + "Resources.OrdersCutoverPreflight." + what);
        lines.add(sign + "Resources.OrdersCutoverShift." + what);
        for (Color color : running(before)) {
            if (codeDeploy && running(after).contains(color)) {
                lines.add(sign + "Resources.OrdersCutoverInstall" + NAMES.get(color) + "." + what);
            }
        }
    }

    private void fleet(Color color) {
        Optional<?> was = before.version(color);
        Optional<?> is = after.version(color);
        if (!was.equals(is)) {
            lines.add("~ Outputs.Orders" + NAMES.get(color) + "Version.Value");
            told("~ ", "Properties." + NAMES.get(color));
        }
        if (was.isPresent() != is.isPresent()) {
            told(is.isPresent() ? "+ " : "- ", "Properties." + NAMES.get(color) + "LaunchTemplateVersion");
            wholeFleet(is.isPresent() ? "+ " : "- ", NAMES.get(color));
        } else if (is.isPresent()) {
            sameFleet(NAMES.get(color), !was.equals(is));
        }
    }

    private void wholeFleet(String sign, String color) {
        lines.add(sign + "Mappings.Orders" + color + "LaunchTemplateAmiMap");
        lines.add(sign + "Outputs.OrdersRollbackTo" + color + "Command");
        lines.add(sign + "Resources.Orders" + color + "GroupASG");
        lines.add(sign + "Resources.Orders" + color + "GroupScalingPolicyCpu");
        lines.add(sign + "Resources.Orders" + color + "LaunchTemplate");
        lines.add(sign + "Resources.Orders" + color + "LaunchTemplateProfile");
        if (codeDeploy) {
            lines.add(sign + "Resources.OrdersCutoverInstall" + color);
            lines.add(sign + "Resources.OrdersCodeDeploy" + color);
            lines.add(sign + "Resources.OrdersCodeDeploy" + color + "Role");
        }
    }

    private void sameFleet(String color, boolean restarted) {
        if (restarted) {
            lines.add(
                    codeDeploy
                            ? "~ Resources.OrdersCutoverInstall" + color + ".Properties.Install.Key"
                            : "~ Mappings.Orders" + color + "LaunchTemplateAmiMap.eu-west-1.ami");
            lines.add("~ Resources.Orders" + color + "GroupASG.Properties.Tags.3.Value");
        }
        if (fleets(before) != fleets(after)) {
            lines.add("~ Resources.Orders" + color + "GroupScalingPolicyCpu.Properties.TargetTrackingConfiguration"
                    + ".DisableScaleIn");
        }
    }

    private static List<Color> running(Release release) {
        return List.of(Color.values()).stream()
                .filter(color -> release.version(color).isPresent())
                .toList();
    }

    private static int fleets(Release release) {
        return release.runsBoth() ? 2 : 1;
    }
}
