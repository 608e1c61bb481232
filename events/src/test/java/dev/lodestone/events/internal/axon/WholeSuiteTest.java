package dev.lodestone.events.internal.axon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

class WholeSuiteTest {
    @Test
    void allCasesOfAxonsSuiteRunAndHold() {
        var listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(JournalEventStorageEngineTest.class))
                                .build(),
                        listener);

        assertThat(listener.getSummary().getTestsFoundCount()).isEqualTo(31);
        assertThat(listener.getSummary().getTestsSucceededCount()).isEqualTo(31);
    }
}
