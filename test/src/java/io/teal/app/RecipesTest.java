package io.teal.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.Delivery;
import io.teal.constructs.FleetOptions;
import io.teal.constructs.ReleaseContext;
import io.teal.examples.Pipeline;
import io.teal.examples.Recipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.assertions.Template;
import software.amazon.awscdk.pipelines.CodePipelineSource;
import software.amazon.awscdk.services.codecommit.Repository;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.efs.FileSystem;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.sns.Topic;

/** Every recipe goes into one service, and the page shows the code that did. */
class RecipesTest {
    @TempDir
    Path out;

    private Stack stack;
    private Vpc vpc;

    @BeforeEach
    void anApp() {
        App app = new App(AppProps.builder()
                .context(Map.of("activeColor", "blue", "version", "1.0.0", "greenVersion", "none"))
                .outdir(out.toString())
                .build());
        stack = new Stack(app, "shop");
        vpc = Vpc.Builder.create(stack, "Vpc").maxAzs(2).build();
    }

    @Test
    void allOfThemTogetherAreOneValidStack() {
        BlueGreenService service = service();
        assertThat(FleetOptions.builder().schedules(Recipes.officeHours()).build())
                .isNotNull();
        ApplicationLoadBalancer balancer =
                (ApplicationLoadBalancer) service.getRouter().getLoadBalancer();
        Recipes.tell(service, new Topic(stack, "Topic"));
        Recipes.dashboard(service);
        Recipes.protect(stack, balancer, "arn:aws:wafv2:eu-west-1:111111111111:regional/webacl/shop/1");
        Recipes.mayRead(service, new Secret(stack, "Password"));
        Recipes.mounts(
                service, FileSystem.Builder.create(stack, "Files").vpc(vpc).build());
        Recipes.tune(service);
        Recipes.mutualTls(service, "arn:aws:elasticloadbalancing:eu-west-1:111111111111:truststore/shop/1");
        Template template = Template.fromStack(stack);
        isTuned(template);
        template.resourceCountIs("AWS::WAFv2::WebACLAssociation", 1);
        template.resourceCountIs("AWS::CloudWatch::Dashboard", 1);
        assertThat(template.findResources("AWS::AutoScaling::AutoScalingGroup").toString())
                .contains("FilesEfsMountTarget");
        assertThat(template.findResources("AWS::CloudWatch::Alarm").toString()).contains("AlarmActions=[{Ref=Topic");
    }

    private static void isTuned(Template template) {
        assertThat(template.findResources("AWS::ElasticLoadBalancingV2::TargetGroup")
                        .toString())
                .contains("HealthCheckPath=/ready", "Key=slow_start.duration_seconds, Value=60");
        assertThat(template.findResources("AWS::ElasticLoadBalancingV2::LoadBalancer")
                        .toString())
                .contains("strictest");
        assertThat(template.findResources("AWS::ElasticLoadBalancingV2::Listener")
                        .toString())
                .contains("TrustStoreArn");
    }

    private BlueGreenService service() {
        SecurityGroup database =
                SecurityGroup.Builder.create(stack, "Database").vpc(vpc).build();
        return BlueGreenService.Builder.create(stack, "Shop")
                .serviceName("shop")
                .release(ReleaseContext.of(stack, "shop"))
                .vpc(vpc)
                .delivery(Delivery.images(Map.of("1.0.0", Map.of("eu-west-1", "ami-00000000000000001"))))
                .cutover(Recipes.stoppedBy(stack))
                .fleet(Recipes.admitted(stack, vpc, database))
                .build();
    }

    @Test
    void aPipelineOfTheCdkDeploysAStageAfterARehearsalAndAnApproval() {
        Stage production = new Stage(stack, "prod");
        new Topic(new Stack(production, "web"), "Anything");
        CodePipelineSource source = CodePipelineSource.codeCommit(
                Repository.Builder.create(stack, "Code").repositoryName("shop").build(), "main");
        Pipeline.of(stack, source, production);
        String stages = Template.fromStack(stack)
                .findResources("AWS::CodePipeline::Pipeline")
                .toString();
        assertThat(stages).contains("Provider=Manual");
        assertThat(stages.indexOf("Name=Rehearse")).isPositive().isLessThan(stages.indexOf("Provider=Manual"));
    }

    @Test
    void thePageShowsTheCompiledCode() throws IOException {
        String page = Files.readString(Path.of("docs/recipes.md"));
        String code = Files.readString(Path.of("examples/src/main/java/io/teal/examples/Recipes.java"));
        Pattern recipe = Pattern.compile("    // docs:begin [a-z-]+\n(.*?)    // docs:end", Pattern.DOTALL);
        assertThat(recipe.matcher(code).results().map(found -> found.group(1)))
                .hasSize(10)
                .allSatisfy(
                        shown -> assertThat(page).contains("```java\n" + shown.replaceAll("(?m)^ {4}", "") + "```"));
    }

    @Test
    void theRoleThatPlansMayWhatTheCommandLineSaysThatItCalls() throws IOException {
        String page = Files.readString(Path.of("docs/recipes.md"));
        String row = Files.readString(Path.of("docs/cli.md"))
                .lines()
                .filter(line -> line.startsWith("| `plan`, `status`, `doctor`, `history` | `cloudformation"))
                .findFirst()
                .orElseThrow();
        String service = "";
        for (String name : Pattern.compile("`([^`]+)`")
                .matcher(row.substring(row.indexOf("`cloudformation"), row.indexOf("; `doctor` also")))
                .results()
                .map(found -> found.group(1))
                .toList()) {
            service = name.contains(":") ? name.substring(0, name.indexOf(':')) : service;
            assertThat(page).contains("\"" + (name.contains(":") ? name : service + ":" + name) + "\"");
        }
    }
}
