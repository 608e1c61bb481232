package dev.lodestone.ontology;

/// The terms that Java code names, one constant a term; a test finds each of them in the Turtle.
///
/// A constant is the name in upper case: ls:onSample is ON_SAMPLE. Where a class and a property
/// differ in one letter's case only, the class ends in _CLASS and the property begins with HAS_:
/// ls:Parameter is PARAMETER_CLASS, ls:parameter is HAS_PARAMETER. Terms of other vocabularies bear
/// their prefix.
public final class Vocabulary {
    /// A physical portion of material with an identity the lab tracks: powder, pellet, film,
    /// electrode, cell, precursor lot.
    public static final Term SAMPLE = Term.of("ls:Sample");

    /// A sample as it is between two state-changing events; each such event ends one state and
    /// begins the next.
    public static final Term SAMPLE_STATE = Term.of("ls:SampleState");

    /// A place on or in a sample that is measured as a unit: region of interest, probe spot,
    /// library pad.
    public static final Term SAMPLE_REGION = Term.of("ls:SampleRegion");

    /// A simulated structure that stands where a sample would: the cell of a density functional
    /// calculation, the box of a phase field run.
    public static final Term VIRTUAL_SAMPLE = Term.of("ls:VirtualSample");

    /// A material as designated (formula, grade, database entry), not a portion of it.
    public static final Term MATERIAL = Term.of("ls:Material");

    /// A kind of constituent that a state contains at one length scale: its grains, its vacancies,
    /// its binder.
    public static final Term STRUCTURAL_COMPONENT = Term.of("ls:StructuralComponent");

    /// A thing that holds samples at positions: plate, box, shelf. What it holds changes by
    /// immutable versions.
    public static final Term CONTAINER = Term.of("ls:Container");

    /// One sample at one position, as a registration of a container says.
    public static final Term PLACEMENT = Term.of("ls:Placement");

    /// A name that a sample or another thing bears within a scope, with the time it held.
    public static final Term IDENTIFIER = Term.of("ls:Identifier");

    /// Something that happened in the lab or in a computer, with a time, agents and an outcome
    /// where they are known.
    public static final Term EVENT = Term.of("ls:Event");

    /// A sample enters the record: received, bought, first made, imported.
    public static final Term REGISTRATION = Term.of("ls:Registration");

    /// A thing is given a name, an alias, or is said to be the same as another or to represent a
    /// material.
    public static final Term IDENTIFICATION = Term.of("ls:Identification");

    /// An event meant to change the state of a sample: synthesis step, treatment, forming,
    /// deposition.
    public static final Term PROCESSING = Term.of("ls:Processing");

    /// One sample gives one or more new samples: cut, aliquot, dice.
    public static final Term SPLIT_CLASS = Term.of("ls:Split");

    /// Two or more samples become one: blend, stack, assemble a cell.
    public static final Term MERGE = Term.of("ls:Merge");

    /// A sample waits somewhere; time itself is the treatment.
    public static final Term STORAGE = Term.of("ls:Storage");

    /// A sample moves between places or custodians.
    public static final Term TRANSPORT = Term.of("ls:Transport");

    /// A sample ceases to exist: digested, used up, lost, discarded.
    public static final Term DESTRUCTION = Term.of("ls:Destruction");

    /// An event that yields observed values or raw data about a state.
    public static final Term MEASUREMENT = Term.of("ls:Measurement");

    /// A measurement whose raw result is one or more images or maps.
    public static final Term IMAGE_ACQUISITION = Term.of("ls:ImageAcquisition");

    /// Data become other data: fit, refinement, peak search, feature extraction.
    public static final Term ANALYSIS = Term.of("ls:Analysis");

    /// An analysis that partitions an image into labelled segments.
    public static final Term SEGMENTATION = Term.of("ls:Segmentation");

    /// A computation from theory: density functional theory, molecular dynamics, phase field,
    /// CALPHAD.
    public static final Term SIMULATION = Term.of("ls:Simulation");

    /// Values are stated without a lab history, from literature or by a curator.
    public static final Term VALUE_ASSERTION = Term.of("ls:ValueAssertion");

    /// A workflow is laid down, perhaps never to be carried out.
    public static final Term PLANNING = Term.of("ls:Planning");

    /// Somebody or something chooses what to do next.
    public static final Term DECISION = Term.of("ls:Decision");

    /// A comment, a tag or a note of a contradiction is added.
    public static final Term ANNOTATION = Term.of("ls:Annotation");

    /// A data set is frozen at a log position.
    public static final Term SNAPSHOT_CREATION = Term.of("ls:SnapshotCreation");

    /// A model is fitted to a snapshot.
    public static final Term TRAINING = Term.of("ls:Training");

    /// A model produces predictions or imputations.
    public static final Term INFERENCE = Term.of("ls:Inference");

    /// An import run: what one source said at one time enters the log.
    public static final Term SOURCE_IMPORT = Term.of("ls:SourceImport");

    /// Licence, embargo or visibility changes.
    public static final Term ACCESS_CHANGE = Term.of("ls:AccessChange");

    /// The entry of the append-only log that asserts an event; it names the graph of what it says.
    public static final Term EVENT_RECORD = Term.of("ls:EventRecord");

    /// A record that restates an event and supersedes an earlier record.
    public static final Term CORRECTION_RECORD = Term.of("ls:CorrectionRecord");

    /// A record that withdraws earlier records without replacement.
    public static final Term RETRACTION_RECORD = Term.of("ls:RetractionRecord");

    /// A record that says that the content of earlier records was destroyed for good.
    public static final Term ERASURE_RECORD = Term.of("ls:ErasureRecord");

    /// A stretch of log positions during which a record held.
    public static final Term PERIOD = Term.of("ls:Period");

    /// A device that treats or measures.
    public static final Term INSTRUMENT_CLASS = Term.of("ls:Instrument");

    /// A laboratory, a beamline, a furnace room, a store.
    public static final Term FACILITY = Term.of("ls:Facility");

    /// A plan of steps to be carried out, perhaps never.
    public static final Term WORKFLOW = Term.of("ls:Workflow");

    /// One planned step: the kind of event, target parameters, its place in the order.
    public static final Term WORKFLOW_STEP = Term.of("ls:WorkflowStep");

    /// A workflow that makes a material; it may be abstracted from a chain that was carried out.
    public static final Term RECIPE = Term.of("ls:Recipe");

    /// One claim: this property has this value (with unit, basis, uncertainty, conditions) for this
    /// thing.
    public static final Term DATUM = Term.of("ls:Datum");

    /// A datum set or held in an event or a planned step.
    public static final Term PARAMETER_CLASS = Term.of("ls:Parameter");

    /// A datum obtained about a state or a material by measurement, analysis, simulation or
    /// extraction from a source.
    public static final Term OBSERVED_VALUE = Term.of("ls:ObservedValue");

    /// A datum filled in where a source had none; never mixed with observed ones.
    public static final Term IMPUTED_VALUE = Term.of("ls:ImputedValue");

    /// A datum produced by a model; never mixed with observed ones.
    public static final Term PREDICTED_VALUE = Term.of("ls:PredictedValue");

    /// A datum wished for: design goal, specification limit.
    public static final Term TARGET_VALUE = Term.of("ls:TargetValue");

    /// A datum that says what a step was worth, expected or realised.
    public static final Term REWARD_CLASS = Term.of("ls:Reward");

    /// Immutable bytes, identified by their hash.
    public static final Term DATA_FILE = Term.of("ls:DataFile");

    /// A data file that is an image, a map or a stack.
    public static final Term IMAGE = Term.of("ls:Image");

    /// A labelled region of an image.
    public static final Term SEGMENT = Term.of("ls:Segment");

    /// An exact, immutable selection of data at a log position.
    public static final Term SNAPSHOT = Term.of("ls:Snapshot");

    /// One row of a snapshot: the data its cells were taken from.
    public static final Term TRAINING_ROW_CLASS = Term.of("ls:TrainingRow");

    /// A trained predictor.
    public static final Term MODEL = Term.of("ls:Model");

    /// A paper, data sheet, database entry or dump the data came from.
    public static final Term SOURCE = Term.of("ls:Source");

    /// A quantity or quality that can be stated; its IRI is also the predicate of index triples.
    public static final Term PROPERTY_CLASS = Term.of("ls:Property");

    /// An entry of one of the lists: technique, form, outcome.
    public static final Term KIND_CLASS = Term.of("ls:Kind");

    /// A row of the relation table: a legal edge with its ends and degrees.
    public static final Term RELATION = Term.of("ls:Relation");

    /// The technique, form or sort. Exactly one for an event.
    public static final Term HAS_KIND = Term.of("ls:kind");

    /// The sample concerned; said on the datum too, so that a question about it needs one hop.
    public static final Term ON_SAMPLE = Term.of("ls:onSample");

    /// A participant that was processed, stored, transported, measured or destroyed; not one that
    /// the event made, or that something was taken from to make another.
    public static final Term HAPPENED_TO = Term.of("ls:happenedTo");

    /// Direct parent through a split or a merge.
    public static final Term DERIVED_FROM_SAMPLE = Term.of("ls:derivedFromSample");

    /// The state before, of the same sample.
    public static final Term PREVIOUS_STATE = Term.of("ls:previousState");

    /// Ordinal of the state in the life of its sample, from 0.
    public static final Term SEQUENCE = Term.of("ls:sequence");

    /// The state now; only in the default graph.
    public static final Term CURRENT_STATE = Term.of("ls:currentState");

    /// What has become of the sample.
    public static final Term LIFECYCLE = Term.of("ls:lifecycle");

    /// The sample the region lies in.
    public static final Term REGION_OF = Term.of("ls:regionOf");

    /// The designation the sample realises.
    public static final Term REPRESENTS = Term.of("ls:represents");

    /// A name the thing bears within a scope.
    public static final Term IDENTIFIED_BY = Term.of("ls:identifiedBy");

    /// The text of the name, as people write it.
    public static final Term NAME = Term.of("ls:name");

    /// Within what the name is unique: a lab, a notebook, a source.
    public static final Term NAME_SCOPE = Term.of("ls:nameScope");

    /// Somebody says that two identifiers stand for one thing. A claim with a record, unlike
    /// owl:sameAs.
    public static final Term SAME_AS = Term.of("ls:sameAs");

    /// Why nothing is known of how the sample came to be.
    public static final Term ORIGIN_UNKNOWN = Term.of("ls:originUnknown");

    /// The container that holds the sample.
    public static final Term IN_CONTAINER = Term.of("ls:inContainer");

    /// Where in its container the sample sits.
    public static final Term CONTAINER_POSITION = Term.of("ls:containerPosition");

    /// The container that a container stands in now.
    public static final Term INSIDE = Term.of("ls:inside");

    /// The event that put the sample or container where it stands now.
    public static final Term PLACED_BY = Term.of("ls:placedBy");

    /// The container that what the event is about comes to stand in.
    public static final Term INTO_CONTAINER = Term.of("ls:intoContainer");

    /// The container whose content a registration says.
    public static final Term MEMBERSHIP_OF = Term.of("ls:membershipOf");

    /// The registration that says last what the container holds.
    public static final Term CURRENT_MEMBERSHIP = Term.of("ls:currentMembership");

    /// What a registration of a container says of one sample.
    public static final Term HAS_PLACEMENT = Term.of("ls:placement");

    /// Who had the samples until they were handed over.
    public static final Term HANDED_OVER_BY = Term.of("ls:handedOverBy");

    /// Where on or in its sample the region lies, as recorded.
    public static final Term REGION_PLACE = Term.of("ls:regionPlace");

    /// The x of the corner of the region nearest the origin, in metres.
    public static final Term REGION_X = Term.of("ls:regionX");

    /// The y of the corner of the region nearest the origin, in metres.
    public static final Term REGION_Y = Term.of("ls:regionY");

    /// How wide the region is, in metres.
    public static final Term REGION_WIDTH = Term.of("ls:regionWidth");

    /// How high the region is, in metres.
    public static final Term REGION_HEIGHT = Term.of("ls:regionHeight");

    /// Which version of what the container holds is meant.
    public static final Term MEMBERSHIP_VERSION = Term.of("ls:membershipVersion");

    /// The participants are the samples the container held, at the pinned version.
    public static final Term PARTICIPANTS_OF = Term.of("ls:participantsOf");

    /// Who has the sample.
    public static final Term CUSTODIAN = Term.of("ls:custodian");

    /// Where it happened or where the sample waits.
    public static final Term PLACE = Term.of("ls:place");

    /// Where it was taken.
    public static final Term FROM_PLACE = Term.of("ls:fromPlace");

    /// Where it was brought.
    public static final Term TO_PLACE = Term.of("ls:toPlace");

    /// The state contains this constituent.
    public static final Term HAS_COMPONENT = Term.of("ls:hasComponent");

    /// What constituent it is: grain, vacancy, twin, void.
    public static final Term COMPONENT_KIND = Term.of("ls:componentKind");

    /// Major (repeating) or Minor (sparse or random).
    public static final Term COMPONENT_CLASS = Term.of("ls:componentClass");

    /// The length scale.
    public static final Term SCALE = Term.of("ls:scale");

    /// What is stated.
    public static final Term HAS_PROPERTY = Term.of("ls:property");

    /// The state it holds for.
    public static final Term ON_STATE = Term.of("ls:onState");

    /// What it is about, when that is not the whole state.
    public static final Term ABOUT = Term.of("ls:about");

    /// The number, in the unit of ls:unit.
    public static final Term VALUE = Term.of("ls:value");

    /// The unit as recorded.
    public static final Term UNIT = Term.of("ls:unit");

    /// The number in the canonical unit of the property.
    public static final Term VALUE_SI = Term.of("ls:valueSI");

    /// The text as it stood in the source.
    public static final Term AS_RECORDED = Term.of("ls:asRecorded");

    /// The value of a categorical property.
    public static final Term VALUE_CONCEPT = Term.of("ls:valueConcept");

    /// A value that is neither a number nor a concept.
    public static final Term VALUE_TEXT = Term.of("ls:valueText");

    /// Lower bound in the canonical unit: a range, a limit, an interval.
    public static final Term LOWER_SI = Term.of("ls:lowerSI");

    /// Upper bound in the canonical unit.
    public static final Term UPPER_SI = Term.of("ls:upperSI");

    /// Standard uncertainty, in the unit of ls:unit.
    public static final Term UNCERTAINTY = Term.of("ls:uncertainty");

    /// The same in the canonical unit: the factor alone, without an offset.
    public static final Term UNCERTAINTY_SI = Term.of("ls:uncertaintySI");

    /// What the number summarises: mean, median, D50, maximum.
    public static final Term STATISTIC = Term.of("ls:statistic");

    /// How many things were counted or averaged.
    public static final Term COUNT = Term.of("ls:count");

    /// The element, ion or phase a composition datum is about.
    public static final Term SPECIES = Term.of("ls:species");

    /// How the value is known.
    public static final Term BASIS = Term.of("ls:basis");

    /// Setpoint, actual or nominal.
    public static final Term MODE = Term.of("ls:mode");

    /// The value holds under this parameter: C-rate, cutoff, temperature.
    public static final Term CONDITION = Term.of("ls:condition");

    /// A reviewer says that these cannot both hold.
    public static final Term CONTRADICTS = Term.of("ls:contradicts");

    /// Set or held in it.
    public static final Term HAS_PARAMETER = Term.of("ls:parameter");

    /// Who or what did it.
    public static final Term OPERATOR = Term.of("ls:operator");

    /// With what.
    public static final Term HAS_INSTRUMENT = Term.of("ls:instrument");

    /// How it ended; may be unknown.
    public static final Term OUTCOME = Term.of("ls:outcome");

    /// Why it failed, was corrected, was chosen.
    public static final Term REASON = Term.of("ls:reason");

    /// Seconds it took.
    public static final Term DURATION_SI = Term.of("ls:durationSI");

    /// It used up the state it measured.
    public static final Term DESTRUCTIVE = Term.of("ls:destructive");

    /// What it did to the sample: nothing, altered it, consumed it.
    public static final Term EFFECT = Term.of("ls:effect");

    /// The planned step it carried out.
    public static final Term EXECUTES = Term.of("ls:executes");

    /// The plan of which it says to carry out a step, whether the plan has that step or not.
    public static final Term FOLLOWS_PLAN = Term.of("ls:followsPlan");

    /// The input that was wholly used up.
    public static final Term CONSUMED_PARENT = Term.of("ls:consumedParent");

    /// How much of an input or a part.
    public static final Term AMOUNT = Term.of("ls:amount");

    /// The software that computed it.
    public static final Term COMPUTED_BY = Term.of("ls:computedBy");

    /// Not before this moment, as far as known.
    public static final Term LAB_EARLIEST = Term.of("ls:labEarliest");

    /// Not after this moment, as far as known.
    public static final Term LAB_LATEST = Term.of("ls:labLatest");

    /// ls:labEarliest in whole seconds since 1970-01-01T00:00:00Z, rounded down: for reckoning with
    /// times.
    public static final Term LAB_SECONDS = Term.of("ls:labSeconds");

    /// How exactly the time in the lab is known.
    public static final Term LAB_PRECISION = Term.of("ls:labPrecision");

    /// Order number within a run, where no time is known.
    public static final Term LAB_ORDER = Term.of("ls:labOrder");

    /// It happened after that event.
    public static final Term LAB_AFTER = Term.of("ls:labAfter");

    /// It happened before that event.
    public static final Term LAB_BEFORE = Term.of("ls:labBefore");

    /// The edge to the state before rests on a tie, not on a known order.
    public static final Term ORDER_ASSUMED = Term.of("ls:orderAssumed");

    /// Something noticed about the thing and kept.
    public static final Term FINDING = Term.of("ls:finding");

    /// The finding in words, with the values.
    public static final Term FINDING_TEXT = Term.of("ls:findingText");

    /// Where it is written.
    public static final Term FROM_SOURCE = Term.of("ls:fromSource");

    /// The stable key of the entry in its source.
    public static final Term SOURCE_KEY = Term.of("ls:sourceKey");

    /// SHA-256 of the entry as the source gave it.
    public static final Term SOURCE_CONTENT_HASH = Term.of("ls:sourceContentHash");

    /// Where in the source, in words: file, row, pointer.
    public static final Term LOCATOR = Term.of("ls:locator");

    /// The record that asserts this node.
    public static final Term RECORD = Term.of("ls:record");

    /// Position in the log.
    public static final Term POSITION = Term.of("ls:position");

    /// When it was appended; the time in the lab is on the event.
    public static final Term RECORDED_AT = Term.of("ls:recordedAt");

    /// What it is about.
    public static final Term DESCRIBES = Term.of("ls:describes");

    /// Replaces it wholly.
    public static final Term SUPERSEDES = Term.of("ls:supersedes");

    /// Withdraws it.
    public static final Term RETRACTS = Term.of("ls:retracts");

    /// Is part of the batch that this record leads.
    public static final Term BATCH = Term.of("ls:batch");

    /// Its content was destroyed for good.
    public static final Term ERASES = Term.of("ls:erases");

    /// Error, or a revision upstream.
    public static final Term BECAUSE = Term.of("ls:because");

    /// A stretch of positions during which the record held.
    public static final Term LIVE_PERIOD = Term.of("ls:livePeriod");

    /// First position at which the record held.
    public static final Term LIVE_FROM = Term.of("ls:liveFrom");

    /// Position from which it no longer held; absent while it holds.
    public static final Term LIVE_UNTIL = Term.of("ls:liveUntil");

    /// First position at which a replaced node was current.
    public static final Term EFFECTIVE_FROM = Term.of("ls:effectiveFrom");

    /// Position from which it was no longer current.
    public static final Term EFFECTIVE_TO = Term.of("ls:effectiveTo");

    /// The log position an answer or an export stands on.
    public static final Term BASIS_POSITION = Term.of("ls:basisPosition");

    /// Part of the plan.
    public static final Term STEP_OF = Term.of("ls:stepOf");

    /// Planned order.
    public static final Term NEXT_STEP = Term.of("ls:nextStep");

    /// An option weighed.
    public static final Term CONSIDERED = Term.of("ls:considered");

    /// The option taken.
    public static final Term CHOSE = Term.of("ls:chose");

    /// Its worth.
    public static final Term HAS_REWARD = Term.of("ls:reward");

    /// Knowledge used.
    public static final Term GIVEN = Term.of("ls:given");

    /// Knowledge sought.
    public static final Term SEEKS = Term.of("ls:seeks");

    /// Hash of the bytes or of the canonical content, 64 hexadecimal digits.
    public static final Term SHA256 = Term.of("ls:sha256");

    /// Metres a pixel.
    public static final Term PIXEL_SIZE_SI = Term.of("ls:pixelSizeSI");

    /// Depth in a funnel of resolutions; 0 is the overview.
    public static final Term RESOLUTION_LEVEL = Term.of("ls:resolutionLevel");

    /// The image it zooms into.
    public static final Term ZOOM_OF = Term.of("ls:zoomOf");

    /// What is seen.
    public static final Term DEPICTS = Term.of("ls:depicts");

    /// Where it lies.
    public static final Term SEGMENT_OF = Term.of("ls:segmentOf");

    /// What the file is to its event: raw, processed, input.
    public static final Term FILE_ROLE = Term.of("ls:fileRole");

    /// Log position it was taken at.
    public static final Term AT_POSITION = Term.of("ls:atPosition");

    /// The query or rule that made it.
    public static final Term SELECTION = Term.of("ls:selection");

    /// A datum or a sample it holds.
    public static final Term MEMBER = Term.of("ls:member");

    /// How many rows.
    public static final Term ROW_COUNT = Term.of("ls:rowCount");

    /// SHA-256 of the manifest of its rows, in the stated order.
    public static final Term MANIFEST_HASH = Term.of("ls:manifestHash");

    /// One of its rows.
    public static final Term HAS_TRAINING_ROW = Term.of("ls:trainingRow");

    /// Its place in the stated order, from 1.
    public static final Term ROW_NUMBER = Term.of("ls:rowNumber");

    /// The datum a cell was taken from.
    public static final Term CELL = Term.of("ls:cell");

    /// How rows were divided into training and test.
    public static final Term HAS_SPLIT = Term.of("ls:split");

    /// By what rows were held out, so that none of it is on both sides.
    public static final Term HELD_OUT_BY = Term.of("ls:heldOutBy");

    /// How many samples are in both the training and the test part.
    public static final Term SHARED_SAMPLES = Term.of("ls:sharedSamples");

    /// Says that the rows were not published; the audit ends there.
    public static final Term TRAINING_ROWS_UNPUBLISHED = Term.of("ls:trainingRowsUnpublished");

    /// Its exact training set.
    public static final Term TRAINED_ON = Term.of("ls:trainedOn");

    /// The predictor.
    public static final Term BY_MODEL = Term.of("ls:byModel");

    /// What it is predicted of.
    public static final Term PREDICTED_FOR = Term.of("ls:predictedFor");

    /// A datum the model was given to make this prediction.
    public static final Term INPUT_CELL = Term.of("ls:inputCell");

    /// What was measured when the time came.
    public static final Term ACTUAL_VALUE = Term.of("ls:actualValue");

    /// The learning algorithm.
    public static final Term ALGORITHM = Term.of("ls:algorithm");

    /// The software library it was made with.
    public static final Term LIBRARY = Term.of("ls:library");

    /// The version of that library.
    public static final Term LIBRARY_VERSION = Term.of("ls:libraryVersion");

    /// A setting of the algorithm, as name=value.
    public static final Term HYPER_PARAMETER = Term.of("ls:hyperParameter");

    /// The seed of its random numbers.
    public static final Term SEED = Term.of("ls:seed");

    /// Not visible outside its tier before this moment.
    public static final Term EMBARGO_UNTIL = Term.of("ls:embargoUntil");

    /// The coherent SI unit of ls:valueSI and of index triples.
    public static final Term CANONICAL_UNIT = Term.of("ls:canonicalUnit");

    /// The unit people use.
    public static final Term DISPLAY_UNIT = Term.of("ls:displayUnit");

    /// Processing, structure, property, performance or condition.
    public static final Term FACET = Term.of("ls:facet");

    /// Values are words or concepts, not numbers.
    public static final Term CATEGORICAL = Term.of("ls:categorical");

    /// Least plausible value in the canonical unit; what lies below is kept and flagged.
    public static final Term PLAUSIBLE_MIN = Term.of("ls:plausibleMin");

    /// Greatest plausible value in the canonical unit.
    public static final Term PLAUSIBLE_MAX = Term.of("ls:plausibleMax");

    /// Values within this share of the larger one count as the same structure.
    public static final Term JOIN_TOLERANCE_RELATIVE = Term.of("ls:joinToleranceRelative");

    /// Values within this distance, in the canonical unit, count as the same structure.
    public static final Term JOIN_TOLERANCE_ABSOLUTE = Term.of("ls:joinToleranceAbsolute");

    /// The class of events of this kind.
    public static final Term EVENT_CLASS = Term.of("ls:eventClass");

    /// An event of this kind is refused without it.
    public static final Term REQUIRED_PARAMETER = Term.of("ls:requiredParameter");

    /// Indexed on the sample and on each participant.
    public static final Term KEY_PARAMETER = Term.of("ls:keyParameter");

    /// The edge.
    public static final Term RELATION_PROPERTY = Term.of("ls:relationProperty");

    /// The class the edge starts from.
    public static final Term RELATION_DOMAIN = Term.of("ls:relationDomain");

    /// The class or datatype the edge leads to.
    public static final Term RELATION_RANGE = Term.of("ls:relationRange");

    /// How many such edges a node has at least.
    public static final Term MIN_OUT = Term.of("ls:minOut");

    /// How many at most; absent for any number.
    public static final Term MAX_OUT = Term.of("ls:maxOut");

    /// How many may lead to one node; absent for any number.
    public static final Term MAX_IN = Term.of("ls:maxIn");

    /// PROV activity: something that occurs over a time.
    public static final Term PROV_ACTIVITY = Term.of("prov:Activity");

    /// PROV entity: a thing with fixed aspects.
    public static final Term PROV_ENTITY = Term.of("prov:Entity");

    /// PROV agent: bears responsibility.
    public static final Term PROV_AGENT = Term.of("prov:Agent");

    /// A person.
    public static final Term PROV_PERSON = Term.of("prov:Person");

    /// An organisation.
    public static final Term PROV_ORGANIZATION = Term.of("prov:Organization");

    /// Running software.
    public static final Term PROV_SOFTWARE_AGENT = Term.of("prov:SoftwareAgent");

    /// A named set of descriptions.
    public static final Term PROV_BUNDLE = Term.of("prov:Bundle");

    /// An entity that holds members.
    public static final Term PROV_COLLECTION = Term.of("prov:Collection");

    /// Intended steps.
    public static final Term PROV_PLAN = Term.of("prov:Plan");

    /// A place.
    public static final Term PROV_LOCATION = Term.of("prov:Location");

    /// The activity used the entity.
    public static final Term PROV_USED = Term.of("prov:used");

    /// The activity that made the entity.
    public static final Term PROV_WAS_GENERATED_BY = Term.of("prov:wasGeneratedBy");

    /// The activity that ended the entity.
    public static final Term PROV_WAS_INVALIDATED_BY = Term.of("prov:wasInvalidatedBy");

    /// The entity it comes from.
    public static final Term PROV_WAS_DERIVED_FROM = Term.of("prov:wasDerivedFrom");

    /// The entity it revises.
    public static final Term PROV_WAS_REVISION_OF = Term.of("prov:wasRevisionOf");

    /// The more general entity it is an aspect of.
    public static final Term PROV_SPECIALIZATION_OF = Term.of("prov:specializationOf");

    /// The agent that had a part in the activity.
    public static final Term PROV_WAS_ASSOCIATED_WITH = Term.of("prov:wasAssociatedWith");

    /// The agent an entity is ascribed to.
    public static final Term PROV_WAS_ATTRIBUTED_TO = Term.of("prov:wasAttributedTo");

    /// The activity whose results this one used.
    public static final Term PROV_WAS_INFORMED_BY = Term.of("prov:wasInformedBy");

    /// Where it is.
    public static final Term PROV_AT_LOCATION = Term.of("prov:atLocation");

    /// The first-hand source.
    public static final Term PROV_HAD_PRIMARY_SOURCE = Term.of("prov:hadPrimarySource");

    /// A member of the collection.
    public static final Term PROV_HAD_MEMBER = Term.of("prov:hadMember");

    /// The plan followed.
    public static final Term PROV_HAD_PLAN = Term.of("prov:hadPlan");

    /// The agent one acts for.
    public static final Term PROV_ACTED_ON_BEHALF_OF = Term.of("prov:actedOnBehalfOf");

    /// When the activity began; written only when known exactly.
    public static final Term PROV_STARTED_AT_TIME = Term.of("prov:startedAtTime");

    /// When the activity ended; written only when known exactly.
    public static final Term PROV_ENDED_AT_TIME = Term.of("prov:endedAtTime");

    /// When the entity came to be.
    public static final Term PROV_GENERATED_AT_TIME = Term.of("prov:generatedAtTime");

    /// When the entity ceased.
    public static final Term PROV_INVALIDATED_AT_TIME = Term.of("prov:invalidatedAtTime");

    /// A material sample.
    public static final Term SOSA_MATERIAL_SAMPLE = Term.of("sosa:MaterialSample");

    /// A sample that is a place in another.
    public static final Term SOSA_SPATIAL_SAMPLE = Term.of("sosa:SpatialSample");

    /// Something taken to stand for a larger thing.
    public static final Term SOSA_SAMPLE = Term.of("sosa:Sample");

    /// The thing whose property is looked at.
    public static final Term SOSA_FEATURE_OF_INTEREST = Term.of("sosa:FeatureOfInterest");

    /// A quality that can be looked at.
    public static final Term SOSA_PROPERTY = Term.of("sosa:Property");

    /// A protocol.
    public static final Term SOSA_PROCEDURE = Term.of("sosa:Procedure");

    /// A device or an arrangement of devices.
    public static final Term SOSA_SYSTEM = Term.of("sosa:System");

    /// The protocol followed.
    public static final Term SOSA_USED_PROCEDURE = Term.of("sosa:usedProcedure");

    /// What the sample was taken from.
    public static final Term SOSA_IS_SAMPLE_OF = Term.of("sosa:isSampleOf");

    /// The class a thing belongs to.
    public static final Term RDF_TYPE = Term.of("rdf:type");

    /// A relation between things.
    public static final Term RDF_PROPERTY = Term.of("rdf:Property");

    /// A class of things.
    public static final Term RDFS_CLASS = Term.of("rdfs:Class");

    /// A name for people.
    public static final Term RDFS_LABEL = Term.of("rdfs:label");

    /// A remark for people.
    public static final Term RDFS_COMMENT = Term.of("rdfs:comment");

    /// Where more is said.
    public static final Term RDFS_SEE_ALSO = Term.of("rdfs:seeAlso");

    /// The broader class.
    public static final Term RDFS_SUB_CLASS_OF = Term.of("rdfs:subClassOf");

    /// The broader property.
    public static final Term RDFS_SUB_PROPERTY_OF = Term.of("rdfs:subPropertyOf");

    /// An idea.
    public static final Term SKOS_CONCEPT = Term.of("skos:Concept");

    /// A list of ideas.
    public static final Term SKOS_CONCEPT_SCHEME = Term.of("skos:ConceptScheme");

    /// The list it belongs to.
    public static final Term SKOS_IN_SCHEME = Term.of("skos:inScheme");

    /// The broader idea.
    public static final Term SKOS_BROADER = Term.of("skos:broader");

    /// Another name.
    public static final Term SKOS_ALT_LABEL = Term.of("skos:altLabel");

    /// What it means.
    public static final Term SKOS_DEFINITION = Term.of("skos:definition");

    /// How it is used.
    public static final Term SKOS_EXAMPLE = Term.of("skos:example");

    /// The sort of thing.
    public static final Term DCTERMS_TYPE = Term.of("dcterms:type");

    /// The licence.
    public static final Term DCTERMS_LICENSE = Term.of("dcterms:license");

    /// Who may see it.
    public static final Term DCTERMS_ACCESS_RIGHTS = Term.of("dcterms:accessRights");

    /// An identifier outside of ours.
    public static final Term DCTERMS_IDENTIFIER = Term.of("dcterms:identifier");

    /// The larger thing.
    public static final Term DCTERMS_IS_PART_OF = Term.of("dcterms:isPartOf");

    /// The title.
    public static final Term DCTERMS_TITLE = Term.of("dcterms:title");

    /// Where it was taken from.
    public static final Term DCTERMS_SOURCE = Term.of("dcterms:source");

    /// Who made it.
    public static final Term DCTERMS_CREATOR = Term.of("dcterms:creator");

    /// When it was published.
    public static final Term DCTERMS_ISSUED = Term.of("dcterms:issued");

    /// A published collection of data.
    public static final Term DCAT_DATASET = Term.of("dcat:Dataset");

    /// The media type of the bytes.
    public static final Term DCAT_MEDIA_TYPE = Term.of("dcat:mediaType");

    /// How many bytes.
    public static final Term DCAT_BYTE_SIZE = Term.of("dcat:byteSize");

    /// A form in which the data set can be had.
    public static final Term DCAT_DISTRIBUTION = Term.of("dcat:distribution");

    /// Where the bytes are.
    public static final Term DCAT_DOWNLOAD_URL = Term.of("dcat:downloadURL");

    /// The version.
    public static final Term DCAT_VERSION = Term.of("dcat:version");

    /// The policy that governs use.
    public static final Term ODRL_HAS_POLICY = Term.of("odrl:hasPolicy");

    /// A unit of measurement.
    public static final Term QUDT_UNIT = Term.of("qudt:Unit");

    /// The unit of a quantity.
    public static final Term QUDT_HAS_UNIT = Term.of("qudt:hasUnit");

    /// The symbol people write.
    public static final Term QUDT_SYMBOL = Term.of("qudt:symbol");

    /// The UCUM code.
    public static final Term QUDT_UCUM_CODE = Term.of("qudt:ucumCode");

    /// The factor to coherent SI.
    public static final Term QUDT_CONVERSION_MULTIPLIER = Term.of("qudt:conversionMultiplier");

    /// What is added before the factor is applied.
    public static final Term QUDT_CONVERSION_OFFSET = Term.of("qudt:conversionOffset");

    /// The dimension.
    public static final Term QUDT_HAS_DIMENSION_VECTOR = Term.of("qudt:hasDimensionVector");

    /// Anything.
    public static final Term RDFS_RESOURCE = Term.of("rdfs:Resource");

    /// Obtained by an instrument on the sample.
    public static final Term BASIS_MEASURED = Term.of("lsk:Measured");

    /// A processing parameter set or logged by the lab.
    public static final Term BASIS_RECORDED = Term.of("lsk:Recorded");

    /// Computed from other values.
    public static final Term BASIS_CALCULATED = Term.of("lsk:Calculated");

    /// Computed from theory.
    public static final Term BASIS_SIMULATED = Term.of("lsk:Simulated");

    /// Read from a paper or sheet.
    public static final Term BASIS_EXTRACTED = Term.of("lsk:Extracted");

    /// A cell of a sheet that may be imputed and cannot be told.
    public static final Term BASIS_UNVERIFIED = Term.of("lsk:Unverified");

    /// Filled in where nothing was known.
    public static final Term BASIS_IMPUTED = Term.of("lsk:Imputed");

    /// Taken for granted.
    public static final Term BASIS_ASSUMED = Term.of("lsk:Assumed");

    /// Produced by a model.
    public static final Term BASIS_PREDICTED = Term.of("lsk:Predicted");

    /// It went as meant.
    public static final Term OUTCOME_SUCCESS = Term.of("lsk:Success");

    /// It did not.
    public static final Term OUTCOME_FAILURE = Term.of("lsk:Failure");

    /// It cannot be told.
    public static final Term OUTCOME_INCONCLUSIVE = Term.of("lsk:Inconclusive");

    /// It was broken off.
    public static final Term OUTCOME_ABORTED = Term.of("lsk:Aborted");

    /// Nobody wrote down how it ended.
    public static final Term OUTCOME_UNKNOWN = Term.of("lsk:Unknown");

    /// It exists.
    public static final Term LIFECYCLE_ACTIVE = Term.of("lsk:Active");

    /// Used up by an event.
    public static final Term LIFECYCLE_CONSUMED = Term.of("lsk:Consumed");

    /// It no longer exists.
    public static final Term LIFECYCLE_DESTROYED = Term.of("lsk:Destroyed");

    /// Nobody knows where it is.
    public static final Term LIFECYCLE_LOST = Term.of("lsk:Lost");

    /// Kept, no longer worked on.
    public static final Term LIFECYCLE_ARCHIVED = Term.of("lsk:Archived");

    /// What was asked of the device.
    public static final Term MODE_SETPOINT = Term.of("lsk:Setpoint");

    /// What was read while it ran.
    public static final Term MODE_ACTUAL = Term.of("lsk:Actual");

    /// What a label or recipe says.
    public static final Term MODE_NOMINAL = Term.of("lsk:Nominal");

    /// The value lies outside what is plausible; it is kept.
    public static final Term FINDING_OUT_OF_PLAUSIBLE_RANGE = Term.of("lsk:OutOfPlausibleRange");

    /// The source states no unit, so there is no SI value.
    public static final Term FINDING_UNIT_UNKNOWN = Term.of("lsk:UnitUnknown");

    /// The order of events rests on a tie.
    public static final Term FINDING_ORDER_ASSUMED = Term.of("lsk:OrderAssumed");

    /// What is said to be before what goes round in a circle; the latest constraint was dropped.
    public static final Term FINDING_LAB_ORDER_CYCLE = Term.of("lsk:LabOrderCycle");

    /// Something was done to a sample after its end.
    public static final Term FINDING_AFTER_DESTRUCTION = Term.of("lsk:AfterDestruction");

    /// The sample turned out to come from another one.
    public static final Term FINDING_LATE_LINEAGE = Term.of("lsk:LateLineage");

    /// Who hands a sample over was not known to have it: nobody was.
    public static final Term FINDING_CUSTODY_GAP = Term.of("lsk:CustodyGap");

    /// A sample was handed over by one while another was known to have it.
    public static final Term FINDING_CUSTODY_CONTRADICTION = Term.of("lsk:CustodyContradiction");

    /// One name stands for two things.
    public static final Term FINDING_DUPLICATE_NAME = Term.of("lsk:DuplicateName");

    /// What is referred to is not in the store.
    public static final Term FINDING_DANGLING_REFERENCE = Term.of("lsk:DanglingReference");

    /// The time in the lab lies after the time it was written down.
    public static final Term FINDING_LAB_TIME_AFTER_RECORD = Term.of("lsk:LabTimeAfterRecord");

    /// The fractions do not add to one.
    public static final Term FINDING_COMPOSITION_DOES_NOT_SUM =
            Term.of("lsk:CompositionDoesNotSum");

    /// Two values cannot both hold.
    public static final Term FINDING_CONTRADICTION = Term.of("lsk:Contradiction");

    /// The kind is not in the ontology.
    public static final Term FINDING_UNKNOWN_KIND = Term.of("lsk:UnknownKind");

    /// The unit does not measure the property.
    public static final Term FINDING_DIMENSION_MISMATCH = Term.of("lsk:DimensionMismatch");

    /// The content was destroyed for good.
    public static final Term FINDING_CONTENT_ERASED = Term.of("lsk:ContentErased");

    /// A sample was used after it had been wholly merged.
    public static final Term FINDING_MERGE_INPUT_REUSED = Term.of("lsk:MergeInputReused");

    /// The value looks filled in.
    public static final Term FINDING_SUSPECTED_IMPUTATION = Term.of("lsk:SuspectedImputation");

    /// What was written was wrong.
    public static final Term REASON_ERROR = Term.of("lsk:Error");

    /// The source itself changed.
    public static final Term REASON_UPSTREAM_REVISION = Term.of("lsk:UpstreamRevision");

    /// It leaves the sample as it is.
    public static final Term EFFECT_NONE = Term.of("lsk:None");

    /// It leaves the sample in another state.
    public static final Term EFFECT_ALTERS = Term.of("lsk:Alters");

    /// It uses the sample up.
    public static final Term EFFECT_CONSUMES = Term.of("lsk:Consumes");

    /// An exact moment.
    public static final Term PRECISION_INSTANT = Term.of("lsk:Instant");

    /// From a moment to a moment.
    public static final Term PRECISION_INTERVAL = Term.of("lsk:Interval");

    /// A day.
    public static final Term PRECISION_DATE = Term.of("lsk:Date");

    /// A month.
    public static final Term PRECISION_MONTH = Term.of("lsk:Month");

    /// A year.
    public static final Term PRECISION_YEAR = Term.of("lsk:Year");

    /// Only what came before and after.
    public static final Term PRECISION_ORDER_ONLY = Term.of("lsk:OrderOnly");

    /// Nothing is known of the time.
    public static final Term PRECISION_TIME_UNKNOWN = Term.of("lsk:TimeUnknown");

    /// A repeating constituent.
    public static final Term MAJOR = Term.of("lsk:Major");

    /// A sparse constituent.
    public static final Term MINOR = Term.of("lsk:Minor");

    /// The unit was not stated.
    public static final Term UNIT_UNKNOWN = Term.of("lsu:Unknown");

    private Vocabulary() {}
}
