package io.teal.runtime.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * Makes clients: those that read retry, those that write do not.
 *
 * @param endpoint endpoint of all services, if not AWS: a server for tests
 * @param region the region, if it is not the environment's
 */
record AwsClients(Optional<URI> endpoint, Optional<String> region) {
    private static final SdkHttpClient HTTP = UrlConnectionHttpClient.builder()
            .connectionTimeout(Duration.ofSeconds(3))
            .socketTimeout(Duration.ofSeconds(5))
            .build();

    /** A read may be tried three times, and takes ten seconds at most. */
    private static final ClientOverrideConfiguration READS = override(
            AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(3).build(), 10);

    /** A write is sent once; its effect is read back. */
    private static final ClientOverrideConfiguration WRITES = override(AwsRetryStrategy.doNotRetry(), 8);

    <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C reads(B builder) {
        return build(builder, READS);
    }

    <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C writes(B builder) {
        return build(builder, WRITES);
    }

    private <C, B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>> C build(
            B builder, ClientOverrideConfiguration override) {
        builder.httpClient(HTTP).overrideConfiguration(override);
        endpoint.ifPresent(builder::endpointOverride);
        region.map(Region::of).ifPresent(builder::region);
        return builder.build();
    }

    private static ClientOverrideConfiguration override(RetryStrategy retry, int seconds) {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(retry)
                .apiCallAttemptTimeout(Duration.ofSeconds(5))
                .apiCallTimeout(Duration.ofSeconds(seconds))
                .build();
    }
}
