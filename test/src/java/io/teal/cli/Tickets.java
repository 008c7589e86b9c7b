package io.teal.cli;

import io.teal.operate.Shop;
import io.teal.operate.account.HostRefresh;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.InstallProperties;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Execution;
import io.teal.release.port.TargetHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** A stack called shop with a service called tickets, which has one fleet of ten hosts: rolling, or in place. */
final class Tickets {
    static final Instant BEGAN = Instant.parse("2026-11-21T11:48:02Z");

    private static final String TEMPLATE = """
            {"Resources": {
              "Launch": {"Type": "AWS::EC2::LaunchTemplate", "Properties": {"LaunchTemplateData": {
                "ImageId": "IMAGE", "TagSpecifications": [{"ResourceType": "instance", "Tags": [ROLLS]}]}}},
              "Group": {"Type": "AWS::AutoScaling::AutoScalingGroup", "DependsOn": ["Turn"],
                "UpdatePolicy": {"AutoScalingInstanceRefresh": {"Preferences": {"BakeTime": 600,
                  "CheckpointDelay": 300, "CheckpointPercentages": [20, 50, 100]}}},
                "Properties": {"AutoScalingGroupName": {"Fn::Sub": "${AWS::StackName}-tickets"},
                  "DefaultInstanceWarmup": 120, "LaunchTemplate": {"LaunchTemplateId": {"Ref": "Launch"}},
                  "TargetGroupARNs": [{"Ref": "BlueTargets"}],
                  "Tags": [{"Key": "teal:service", "Value": "tickets"}PLACED]}}MORE}}""";
    private static final String TAG = "{\"Key\": \"teal:version\", \"Value\": \"%s\"}";
    private static final String INSTALL = """
            , "Deployments": {"Type": "AWS::CodeDeploy::DeploymentGroup",
              "Properties": {"DeploymentConfigName": "CodeDeployDefault.HalfAtATime"}},
              "Install": {"Type": "Custom::TealInstall", "Properties": {"Service": "tickets", "Blue": "%s",
                "StateMachine": "arn:machine", "FlagPrefix": "-c tickets", "Install": {"Bake": "600", "Timeout": "1200",
                "DeploymentGroup": {"Ref": "Deployments"}}}}""";
    private static final int HOSTS = 10;

    final Shop shop = Shop.settled("activeColor=blue blueVersion=1.0.0 greenVersion=none");
    String image = "ami-1";
    Optional<String> version = Optional.of("8");
    private int runs;

    /** The template of a rolling service that says {@code named}. */
    String rolling(String named) {
        return TEMPLATE.replace("IMAGE", image + named)
                .replace("ROLLS", TAG.formatted(named))
                .replace("PLACED", "")
                .replace("MORE", "");
    }

    /** The same, of one in place. */
    String inPlace(String version) {
        return TEMPLATE.replace("IMAGE", image)
                .replace("ROLLS", "")
                .replace("PLACED", ", " + TAG.formatted(version))
                .replace("MORE", INSTALL.formatted(version));
    }

    /** It is deployed from {@code template}, and {@code healthy} of its hosts are. */
    Tickets deployed(String template, int healthy, int outdated) {
        shop.account.templates.put("shop", template);
        List<String> hosts =
                IntStream.range(0, HOSTS).mapToObj(host -> "i-" + host).toList();
        Map<String, String> tags =
                template.contains("Custom::TealInstall") ? Map.of("teal:version", "1.0.0") : Map.of();
        shop.aws.groups.put(
                "shop-tickets",
                new AutoScalingGroup("shop-tickets", HOSTS, 2, 12, "7", hosts, hosts.subList(0, outdated), tags));
        List<TargetHealth> health = new ArrayList<>();
        hosts.forEach(
                host -> health.add(new TargetHealth(host, 80, health.size() < healthy ? "healthy" : "initial", "")));
        shop.aws.health.put(shop.account.resources.get("BlueTargets"), health);
        return this;
    }

    /** Auto Scaling remembers a refresh that began {@code minutes} after {@link #BEGAN}. */
    Tickets refresh(String status, int minutes, int percent, String reason) {
        Instant began = BEGAN.plusSeconds(minutes * 60L);
        boolean running = Set.of("Pending", "InProgress", "Baking").contains(status);
        shop.account.refreshes.add(
                0,
                new HostRefresh(
                        "r-" + minutes,
                        status,
                        status.equals("Pending") ? Optional.empty() : Optional.of(began),
                        running ? Optional.empty() : Optional.of(began.plusSeconds(1500)),
                        percent,
                        (100 - percent) / HOSTS,
                        version,
                        reason));
        return this;
    }

    /** An execution of Install that ended with {@code more} in its output, after those before. */
    Tickets installed(String direction, String from, String to, Map<String, Object> more) {
        Map<String, Object> event =
                new TreeMap<>(Map.of("ResourceType", "Custom::TealInstall", "ResourceProperties", properties(to)));
        if (!from.equals("none")) {
            event.put("OldResourceProperties", properties(from));
        }
        Map<String, Object> output = new TreeMap<>(Map.of(
                "event",
                event,
                "opened",
                Map.of("direction", direction, "errands", List.of(), "data", Map.of()),
                "succeeded",
                "true"));
        output.putAll(more);
        add(output);
        return this;
    }

    private void add(Map<String, Object> output) {
        Instant began = BEGAN.plusSeconds(runs++ * 3600L);
        String name = "install-" + runs;
        shop.aws.outputs.put("arn:" + name, output);
        shop.aws.executions.add(
                0, new Execution("arn:" + name, name, "SUCCEEDED", began, Optional.of(began.plusSeconds(1260))));
    }

    /** What Install gets from the template. */
    Map<String, Object> properties(String version) {
        Map<String, Object> properties = new TreeMap<>(CutoverMap.write(
                shop.properties(Shop.request("activeColor=blue blueVersion=" + version + " greenVersion=none"))));
        properties.put(
                InstallProperties.NAME,
                new InstallProperties(
                                Optional.empty(),
                                "Tickets",
                                "Group",
                                "revisions",
                                version + ".zip",
                                Duration.ofMinutes(20),
                                Optional.of(Duration.ofMinutes(10)))
                        .write());
        return properties;
    }

    /** How a run ended, as its output says it. */
    static Map<String, Object> ended(String outcome, String why) {
        boolean well = outcome.equals("INSTALLED");
        return Map.of(
                "succeeded",
                Boolean.toString(well),
                "explained",
                List.of(why, "look"),
                "journal",
                Map.of(
                        "schema",
                        "1",
                        "goingBack",
                        Boolean.toString(!well),
                        "step",
                        "0",
                        "since",
                        "2026-11-21T11:58:20Z",
                        "floor",
                        "2",
                        "why",
                        well ? "" : why,
                        "outcome",
                        outcome));
    }
}
