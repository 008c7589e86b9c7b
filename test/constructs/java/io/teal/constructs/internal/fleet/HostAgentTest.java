package io.teal.constructs.internal.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.constructs.Delivery;
import io.teal.constructs.FleetOptions;
import io.teal.constructs.HostOptions;
import io.teal.constructs.HostSetup;
import io.teal.constructs.OneFleetService;
import io.teal.constructs.RollingOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.Shell;
import io.teal.constructs.SynthTemplate;
import io.teal.constructs.Way;
import io.teal.release.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.UserData;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.s3.Bucket;

/** Memory, disk and log files of the hosts, for who asks for them. */
class HostAgentTest {
    private static final String HOME = "/opt/aws/amazon-cloudwatch-agent";
    private static final String FILE = "/var/log/orders/*.log";
    private static final String LOG = "OrdersBlueAgentLog";

    @TempDir
    Path folder;

    private static SampleService with(SampleService service, HostOptions.Builder hosts) {
        return service.fleet(options -> options.hosts(hosts.build()));
    }

    private static HostOptions.Builder agent(String... files) {
        return HostOptions.builder().cloudWatchAgent(files);
    }

    private static SynthTemplate synth(String... files) {
        return with(SampleService.both(), agent(files)).synth();
    }

    /** The user data of blue, with the names of resources where CloudFormation puts theirs. */
    private static String userData(SynthTemplate template) {
        return text(template.property("OrdersBlueLaunchTemplate", "LaunchTemplateData", "UserData"));
    }

    private static String text(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return value.toString();
        }
        Object told = map.values().iterator().next();
        if (map.containsKey("Fn::Join")) {
            List<?> parts = (List<?>) ((List<?>) told).get(1);
            return String.join("", parts.stream().map(HostAgentTest::text).toList());
        }
        return map.containsKey("Ref") ? SynthTemplate.withoutHash(told.toString()) : text(told);
    }

    /** Of the hosts' role; its name ends with a hash of its content. */
    private static String policy(SynthTemplate template) {
        return template.ids("IAM::Policy").stream()
                .filter(id -> id.startsWith("OrdersHostsRoleDefaultPolicy"))
                .map(id -> template.resources().get(id).toString())
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode configuration(String userData) throws IOException {
        int begin = userData.indexOf("<<'TEAL' || return\n") + "<<'TEAL' || return\n".length();
        return new ObjectMapper().readTree(userData.substring(begin, userData.indexOf("\nTEAL\n", begin)));
    }

    @Test
    void withoutItNothingIsThere() {
        assertThat(SampleService.both().synth().toString()).doesNotContain("CWAgent", "/teal/", "amazon-cloudwatch");
    }

    @Test
    void eachColourHasALogGroupOfAFixedNameWhetherItHasAFleetOrNot() {
        SynthTemplate template = with(SampleService.blueOnly(), agent(FILE)).synth();
        assertThat(template.properties(LOG))
                .isEqualTo(Map.of("LogGroupName", "/teal/shop-orders-blue", "RetentionInDays", 30));
        assertThat(template.properties("OrdersGreenAgentLog")).containsEntry("LogGroupName", "/teal/shop-orders-green");
        assertThat(template.resource(LOG)).containsEntry("DeletionPolicy", "Delete");
    }

    @Test
    void theRetentionIsTheUsers() {
        SynthTemplate template = with(SampleService.both(), agent(FILE).logRetention(RetentionDays.ONE_WEEK))
                .synth();
        assertThat(template.properties(LOG)).containsEntry("RetentionInDays", 7);
    }

    @Test
    void hostsMayWriteToTheseLogGroupsAndToTheAgentsMetricsAndNoMore() {
        String policy = policy(synth(FILE));
        assertThat(policy)
                .contains("logs:CreateLogStream", "logs:PutLogEvents", "OrdersBlueAgentLog", "OrdersGreenAgentLog")
                .contains("{StringEquals={cloudwatch:namespace=CWAgent}}")
                .doesNotContain("CreateLogGroup", "ec2:", "ssm:");
    }

    @Test
    void theAgentSendsMemoryAndDiskOfTheGroupAndTheLogFiles() throws IOException {
        JsonNode all = configuration(userData(synth(FILE, "/var/log/messages")));
        JsonNode metrics = all.path("metrics").path("metrics_collected");
        for (String what : List.of("mem", "disk")) {
            assertThat(metrics.path(what).path("append_dimensions").toString())
                    .isEqualTo("{\"AutoScalingGroupName\":\"shop-orders-blue\"}");
        }
        JsonNode files = all.at("/logs/logs_collected/files/collect_list");
        assertThat(files).hasSize(2);
        assertThat(files.get(0).path("file_path").asText()).isEqualTo(FILE);
        assertThat(files.get(0).path("log_group_name").asText()).isEqualTo(LOG);
        assertThat(files.get(0).path("log_stream_name").asText()).isEqualTo("{instance_id}/var/log/orders/-.log");
        assertThat(all.path("agent").path("omit_hostname").asBoolean()).isTrue();
    }

    @Test
    void withoutLogFilesItSendsMetricsOnly() throws IOException {
        SynthTemplate template = synth();
        assertThat(template.ids("Logs::LogGroup")).hasSize(1); // the function's
        assertThat(configuration(userData(template)).has("logs")).isFalse();
        assertThat(policy(template)).doesNotContain("logs:");
    }

    /** Preflight pins what the colour with traffic boots from, and is woken by the newest version. */
    @Test
    void ofTheFleetsOnlyUserDataChangesAndBothRunsAreWokenByIt() {
        SynthTemplate before = SampleService.both().synth();
        SynthTemplate after = synth(FILE);
        assertThat(after.properties("OrdersBlueGroupASG")).isEqualTo(before.properties("OrdersBlueGroupASG"));
        assertThat(after.properties("OrdersCutoverShift").toString()).contains("LatestVersionNumber");
        assertThat(after.graph().cycle()).isEmpty();
    }

    @Test
    void itStartsBeforeTheVersionSoThatItHasTheLogOfOneThatFails() {
        String artifact =
                userData(with(SampleService.both().with((stack, props) -> props.delivery(artifact(stack))), agent(FILE))
                        .synth());
        assertThat(artifact).startsWith("#!/bin/bash\nteal_agent() {");
        assertThat(artifact.indexOf("teal_agent ||")).isLessThan(artifact.indexOf("set -euo pipefail"));
        assertThat(artifact).endsWith("run $ARTIFACT");
        assertThat(userData(
                        with(SampleService.both().codeDeploy(0), agent(FILE)).synth()))
                .contains("teal_agent", "systemctl enable --now codedeploy-agent");
    }

    private static Delivery artifact(Stack stack) {
        return Delivery.artifact(
                MachineImage.genericLinux(Map.of("eu-west-1", "ami-00000000000000001")),
                Bucket.fromBucketName(stack, "Artifacts", "artifacts"),
                "orders/{version}.jar",
                List.of("run $ARTIFACT"));
    }

    @Test
    void oneFleetHasOneLogGroup() {
        Stack stack = SampleService.stack();
        OneFleetService service = OneFleetService.Builder.create(stack, "Orders")
                .serviceName(SampleService.NAME)
                .version(SampleService.ONE)
                .vpc(SampleService.existingVpc(stack))
                .delivery(SampleService.images())
                .fleet(FleetOptions.builder().hosts(agent(FILE).build()).build())
                .way(Way.rolling(RollingOptions.builder().build()))
                .build();
        assertThat(SynthTemplate.of(service).properties("OrdersAgentLog"))
                .containsEntry("LogGroupName", "/teal/shop-orders");
    }

    @Test
    void userDataThatAreNoShellScriptAreRefused() {
        for (UserData other : List.of(
                UserData.forWindows(), UserData.custom("#cloud-config"), UserData.custom("#!/usr/bin/python3\n"))) {
            assertThatThrownBy(() -> with(booting(other), agent()).synth())
                    .hasMessage("cloudWatchAgent is set up by user data, and the hosts' is no shell script");
        }
        for (String shell : List.of("#!/bin/sh", "#!/usr/bin/env bash", "#!/bin/bash -e")) {
            assertThat(userData(with(booting(UserData.custom(shell + "\nserve")), agent())
                            .synth()))
                    .startsWith(shell + "\nteal_agent")
                    .endsWith("\nserve");
        }
    }

    private static SampleService booting(UserData userData) {
        return SampleService.both()
                .with((stack, props) -> props.delivery(new Delivery() {
                    @Override
                    public HostSetup hostSetup(Version version) {
                        return new HostSetup(
                                MachineImage.genericLinux(Map.of("eu-west-1", "ami-00000000000000001")), userData);
                    }
                }));
    }

    @Test
    void anAgentThatIsNotThereIsInstalledAndStarted() throws IOException {
        String output = boot("mkdir -p HOME/bin HOME/etc && printf '#!/bin/sh\\necho started $*' > HOME/bin/CTL"
                + " && chmod +x HOME/bin/CTL");
        assertThat(output)
                .contains("started -a fetch-config -m ec2 -s -c file:")
                .endsWith("the version\n");
        assertThat(configuration(Files.readString(folder.resolve("script")))).isNotNull();
        assertThat(folder.resolve("home/etc/teal.json")).exists();
    }

    @Test
    void aHostWhoseAgentCannotBeInstalledGoesOn() throws IOException {
        assertThat(boot("exit 1"))
                .isEqualTo("the CloudWatch agent was not started; the host goes on without it\nthe version\n");
    }

    /** Boots with a {@code dnf} that does what it is told; {@code set -e} is the version's own. */
    private String boot(String dnf) throws IOException {
        Path home = folder.resolve("home");
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path command = bin.resolve("dnf");
        Files.writeString(
                command,
                "#!/bin/sh\n" + dnf.replace("HOME", home.toString()).replace("CTL", "amazon-cloudwatch-agent-ctl"));
        assertThat(command.toFile().setExecutable(true)).isTrue();
        String script = userData(synth(FILE)).replace(HOME, home.toString()) + "\nset -euo pipefail\necho the version";
        Files.writeString(folder.resolve("script"), script);
        Shell.Result result = Shell.run("PATH=" + bin + ":$PATH bash " + folder.resolve("script"));
        assertThat(result.code()).isZero();
        return result.output();
    }
}
