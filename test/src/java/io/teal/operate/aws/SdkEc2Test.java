package io.teal.operate.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.teal.operate.account.BootedHost;
import io.teal.operate.account.Ec2;
import io.teal.operate.account.StoredImage;
import io.teal.operate.account.TemplateVersion;
import io.teal.release.port.AwsException;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SdkEc2Test {
    private static final String MORE = "<nextToken>more</nextToken>";

    private Endpoint endpoint;
    private Ec2 ec2;

    @BeforeEach
    void start() throws IOException {
        endpoint = new Endpoint();
        ec2 = new SdkAccount(Optional.empty()).ec2();
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    private void pages(String action, String set, String first, String second) {
        endpoint.reply(action, 200, page(action, set, first, MORE)).reply(action, 200, page(action, set, second, ""));
    }

    private static String page(String action, String set, String item, String token) {
        return "<%sResponse><%s><item>%s</item></%s>%s</%sResponse>".formatted(action, set, item, set, token, action);
    }

    private static String tags(String... pairs) {
        StringBuilder tags = new StringBuilder("<tagSet>");
        for (int i = 0; i < pairs.length; i += 2) {
            tags.append("<item><key>%s</key><value>%s</value></item>".formatted(pairs[i], pairs[i + 1]));
        }
        return tags.append("</tagSet>").toString();
    }

    private void twoPagesOfImages() {
        pages(
                "DescribeImages",
                "imagesSet",
                "<imageId>ami-1</imageId><imageState>available</imageState>"
                        + "<creationDate>2026-11-01T00:00:00.000Z</creationDate>"
                        + "<lastLaunchedTime>2026-11-02T00:00:00Z</lastLaunchedTime>"
                        + tags("teal:version", "1.0.0", "teal:keep", "true"),
                "<imageId>ami-2</imageId><imageState>pending</imageState>"
                        + "<creationDate>2026-11-03T00:00:00.000Z</creationDate>" + tags("teal:keep", "false"));
    }

    @Test
    void imagesAreReadToTheLastPage() {
        twoPagesOfImages();
        assertThat(ec2.describeImages("orders"))
                .containsExactly(
                        new StoredImage(
                                "ami-1",
                                "1.0.0",
                                "available",
                                Instant.parse("2026-11-01T00:00:00Z"),
                                Optional.of(Instant.parse("2026-11-02T00:00:00Z")),
                                true),
                        new StoredImage(
                                "ami-2",
                                "",
                                "pending",
                                Instant.parse("2026-11-03T00:00:00Z"),
                                Optional.empty(),
                                false));
        assertThat(endpoint.requests().get(0))
                .contains("Filter.1.Name=tag:teal:service", "Filter.1.Value.1=orders", "Owner.1=self")
                .contains("IncludeDeprecated=true");
    }

    @Test
    void hostsAreReadToTheLastPageAndStoppedOnesToo() {
        String host = "<instancesSet><item><instanceId>%s</instanceId><imageId>ami-1</imageId>%s</item></instancesSet>";
        pages(
                "DescribeInstances",
                "reservationSet",
                host.formatted("i-1", tags("aws:ec2launchtemplate:id", "lt-1", "aws:ec2launchtemplate:version", "7")),
                host.formatted("i-2", ""));
        assertThat(ec2.describeInstances())
                .containsExactly(
                        new BootedHost("i-1", "ami-1", Optional.of("lt-1"), Optional.of(7L)),
                        new BootedHost("i-2", "ami-1", Optional.empty(), Optional.empty()));
        assertThat(endpoint.requests().get(0)).contains("=stopped").doesNotContain("=terminated");
    }

    @Test
    void launchTemplatesAndTheirVersionsAreReadToTheLastPage() {
        pages(
                "DescribeLaunchTemplates",
                "launchTemplates",
                "<launchTemplateId>lt-1</launchTemplateId>",
                "<launchTemplateId>lt-2</launchTemplateId>");
        pages(
                "DescribeLaunchTemplateVersions",
                "launchTemplateVersionSet",
                "<launchTemplateId>lt-1</launchTemplateId><versionNumber>2</versionNumber>"
                        + "<defaultVersion>false</defaultVersion>"
                        + "<launchTemplateData><imageId>ami-2</imageId></launchTemplateData>",
                "<launchTemplateId>lt-1</launchTemplateId><versionNumber>1</versionNumber>"
                        + "<defaultVersion>true</defaultVersion><launchTemplateData/>");
        assertThat(ec2.describeLaunchTemplates()).containsExactly("lt-1", "lt-2");
        assertThat(ec2.describeLaunchTemplateVersions("lt-1"))
                .extracting(TemplateVersion::number, TemplateVersion::standard)
                .containsExactly(tuple(2L, false), tuple(1L, true));
    }

    @Test
    void anImageIsKeptByItsTag() {
        endpoint.reply("CreateTags", 200, "<CreateTagsResponse><return>true</return></CreateTagsResponse>");
        ec2.keepImage("ami-1", false);
        assertThat(endpoint.requests().get(0))
                .contains("ResourceId.1=ami-1", "Tag.1.Key=teal:keep", "Tag.1.Value=false");
    }

    @Test
    void versionsThatEc2DoesNotDeleteAreAnError() {
        String left = "<launchTemplateId>lt-1</launchTemplateId><versionNumber>1</versionNumber><responseError>"
                + "<code>launchTemplateVersionDoesNotExist</code><message>gone</message></responseError>";
        endpoint.reply("DeleteLaunchTemplateVersions", 200, "<DeleteLaunchTemplateVersionsResponse/>")
                .reply(
                        "DeleteLaunchTemplateVersions",
                        200,
                        page(
                                "DeleteLaunchTemplateVersions",
                                "unsuccessfullyDeletedLaunchTemplateVersionSet",
                                left,
                                ""));
        ec2.deleteLaunchTemplateVersions("lt-1", List.of(1L, 2L));
        assertThat(endpoint.requests().get(0))
                .contains("LaunchTemplateId=lt-1", "LaunchTemplateVersion.1=1", "LaunchTemplateVersion.2=2");
        assertThatThrownBy(() -> ec2.deleteLaunchTemplateVersions("lt-1", List.of(1L)))
                .isInstanceOf(AwsException.class)
                .hasMessage("DeleteLaunchTemplateVersions lt-1 1: gone");
    }
}
