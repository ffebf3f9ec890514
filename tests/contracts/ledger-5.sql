PRAGMA application_id = 1131570286;
BEGIN TRANSACTION;
CREATE TABLE adjudication (
	number INTEGER NOT NULL, 
	digest VARCHAR NOT NULL, 
	reason TEXT NOT NULL, 
	recorded INTEGER NOT NULL, 
	target VARCHAR NOT NULL, 
	verdict VARCHAR NOT NULL, 
	changes TEXT NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(recorded) REFERENCES "transaction" (number)
);
INSERT INTO "adjudication" VALUES(2,'9e664ff3be800c607e72728c9bb05ad60628976e8a9791aa8ddb82fe55ef1cf5','read again',4,'ce390aca50cb388e','accept','{}');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0005');
CREATE TABLE claim (
	number INTEGER NOT NULL, 
	digest VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	document INTEGER NOT NULL, 
	pattern VARCHAR NOT NULL, 
	kind VARCHAR NOT NULL, 
	roles TEXT NOT NULL, 
	polarity VARCHAR NOT NULL, 
	mood VARCHAR NOT NULL, 
	"when" VARCHAR, 
	step VARCHAR, 
	voices TEXT NOT NULL, 
	quote_start INTEGER NOT NULL, 
	quote_end INTEGER NOT NULL, 
	quote_text TEXT NOT NULL, 
	recorded INTEGER NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "claim" VALUES(1,'b09d3e43cbc3b388264395e47cd8d9036b73e245691c6f80abb9153622ca8309','ce390aca50cb388e',1,'p1','envoy.accept','{"host": "om", "sender": "td"}','affirmed','actual',NULL,NULL,'[]',0,30,'Oman accepted an envoy of Chad',1);
INSERT INTO "claim" VALUES(2,'52dd28af006d53b523c428f163b05158fd7db2ecabbd5efe71acf8892760311c','ce390aca50cb388e',3,'p1','envoy.accept','{"host": "om", "sender": "td"}','affirmed','actual',NULL,NULL,'[{"name": "Zo\u00eb", "office": "\"acting\" minister", "party": "om"}]',0,30,'Oman accepted an envoy of Chad',2);
INSERT INTO "claim" VALUES(3,'190eabca15e77632a877732764d3b8ea1c594deef0e3d4ca840e69ce8cac1c8d','c8661633b7f64d49',2,'p1','envoy.accept','{"host": "om", "sender": "td"}','affirmed','actual','2024-09',NULL,'[]',0,30,'Oman accepted an envoy of Chad',2);
CREATE TABLE claim_party (
	party VARCHAR NOT NULL, 
	claim INTEGER NOT NULL, 
	PRIMARY KEY (party, claim)
)
 WITHOUT ROWID

;
INSERT INTO "claim_party" VALUES('om',1);
INSERT INTO "claim_party" VALUES('om',2);
INSERT INTO "claim_party" VALUES('om',3);
INSERT INTO "claim_party" VALUES('td',1);
INSERT INTO "claim_party" VALUES('td',2);
INSERT INTO "claim_party" VALUES('td',3);
CREATE TABLE copy (
	document INTEGER NOT NULL, 
	since INTEGER NOT NULL, 
	until INTEGER NOT NULL, 
	place INTEGER NOT NULL, 
	"of" INTEGER NOT NULL, 
	edge VARCHAR NOT NULL, 
	share FLOAT NOT NULL, 
	whole INTEGER NOT NULL, 
	passages TEXT NOT NULL, 
	PRIMARY KEY (document, since, place)
)
 WITHOUT ROWID

;
INSERT INTO "copy" VALUES(2,1,2,0,1,'copy',1.0,1,'[]');
INSERT INTO "copy" VALUES(2,2,5,0,3,'copy',1.0,1,'[]');
INSERT INTO "copy" VALUES(2,6,2147483647,0,3,'copy',1.0,1,'[]');
CREATE TABLE derived (
	basis VARCHAR NOT NULL, 
	"transaction" INTEGER NOT NULL, 
	claim INTEGER NOT NULL, 
	PRIMARY KEY (basis)
);
INSERT INTO "derived" VALUES('cdb9452438c582df8b54021f83e9e02ce58055d47d19651b33f274df3faba3b3',6,3);
CREATE TABLE document (
	number INTEGER NOT NULL, 
	digest VARCHAR NOT NULL, 
	id VARCHAR NOT NULL, 
	sha256 VARCHAR NOT NULL, 
	text TEXT NOT NULL, 
	title VARCHAR, 
	published VARCHAR, 
	publisher VARCHAR, 
	url VARCHAR, 
	lang VARCHAR NOT NULL, 
	recorded INTEGER NOT NULL, 
	PRIMARY KEY (number), 
	UNIQUE (digest), 
	FOREIGN KEY(recorded) REFERENCES "transaction" (number)
);
INSERT INTO "document" VALUES(1,'eeb16f00c7fe9947ee157f6f0b5e5e21bef07bc1cc2433a21ab4dea290c5a54a','one','a36d6cda920fe437358a20b2c4522b337c5099c1f27aadea005ea135cfc1fddd','Oman accepted an envoy of Chad. “Zoë” said so.
','A title','2024-09-20','Example News','https://example.org/1','en',1);
INSERT INTO "document" VALUES(2,'e058602f9dc86a4d881dbb7ec6058bcbc321fc35c5cc22413f21fbcf9d43578d','two','8d808ee1fa58210f758b2f36715cfe481b14cc6a2ed386597f0e65d85ccc60f9','Oman accepted an envoy of Chad. “Zoë” said so.
More.',NULL,NULL,NULL,NULL,'en',1);
INSERT INTO "document" VALUES(3,'9ea17b4e535a2650b2ef3c326349ca39b6d39216b793c2ba45c81736604a1e26','one','a36d6cda920fe437358a20b2c4522b337c5099c1f27aadea005ea135cfc1fddd','Oman accepted an envoy of Chad. “Zoë” said so.
','A title','2024-09-21','Example News','https://example.org/1','en',2);
CREATE TABLE erasure (
	number INTEGER NOT NULL, 
	digest VARCHAR NOT NULL, 
	reason TEXT NOT NULL, 
	recorded INTEGER NOT NULL, 
	doc VARCHAR NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(recorded) REFERENCES "transaction" (number)
);
CREATE TABLE evidence (
	finding BIGINT NOT NULL, 
	claim INTEGER NOT NULL, 
	document INTEGER NOT NULL, 
	since INTEGER NOT NULL, 
	until INTEGER NOT NULL, 
	PRIMARY KEY (claim, document, since)
)
 WITHOUT ROWID

;
INSERT INTO "evidence" VALUES(1097943313067071522,1,1,1,2);
INSERT INTO "evidence" VALUES(1097943313067071522,2,3,2,4);
INSERT INTO "evidence" VALUES(491036657520605563,2,3,4,5);
INSERT INTO "evidence" VALUES(491036657520605563,2,3,6,2147483647);
INSERT INTO "evidence" VALUES(1097943313067071522,3,2,2,3);
CREATE TABLE finding (
	id BIGINT NOT NULL, 
	since INTEGER NOT NULL, 
	until INTEGER NOT NULL, 
	first INTEGER NOT NULL, 
	last INTEGER NOT NULL, 
	digest BIGINT NOT NULL, 
	kind VARCHAR NOT NULL, 
	mood VARCHAR NOT NULL, 
	step VARCHAR, 
	spell VARCHAR, 
	roles TEXT NOT NULL, 
	details TEXT NOT NULL, 
	begins_state VARCHAR NOT NULL, 
	begins VARCHAR, 
	ends_state VARCHAR NOT NULL, 
	ends VARCHAR, 
	credence FLOAT NOT NULL, 
	status VARCHAR NOT NULL, 
	documents INTEGER NOT NULL, 
	origins INTEGER NOT NULL, 
	PRIMARY KEY (id, since)
)
 WITHOUT ROWID

;
INSERT INTO "finding" VALUES(491036657520605563,4,5,1,3652059,1138237446427809521,'envoy.accept','actual',NULL,NULL,'{"host": "Oman", "sender": "td"}','{}','bounded','../2024-09-21','unknown',NULL,0.91,'supported',1,1);
INSERT INTO "finding" VALUES(491036657520605563,6,2147483647,1,3652059,1138237446427809521,'envoy.accept','actual',NULL,NULL,'{"host": "Oman", "sender": "td"}','{}','bounded','../2024-09-21','unknown',NULL,0.91,'supported',1,1);
INSERT INTO "finding" VALUES(1097943313067071522,1,2,1,3652059,493755052618867270,'envoy.accept','actual',NULL,NULL,'{"host": "om", "sender": "td"}','{}','bounded','../2024-09-20','unknown',NULL,0.82,'supported',1,1);
INSERT INTO "finding" VALUES(1097943313067071522,2,3,739130,3652059,447259375690744098,'envoy.accept','actual',NULL,NULL,'{"host": "om", "sender": "td"}','{}','known','2024-09','unknown',NULL,0.9503,'supported',2,2);
INSERT INTO "finding" VALUES(1097943313067071522,3,4,1,3652059,904139659494663232,'envoy.accept','actual',NULL,NULL,'{"host": "om", "sender": "td"}','{}','bounded','../2024-09-21','unknown',NULL,0.91,'supported',1,1);
CREATE TABLE finding_pair (
	pair BIGINT NOT NULL, 
	finding BIGINT NOT NULL, 
	PRIMARY KEY (pair, finding)
)
 WITHOUT ROWID

;
INSERT INTO "finding_pair" VALUES(214544151636226475,1097943313067071522);
INSERT INTO "finding_pair" VALUES(577024383290518821,491036657520605563);
CREATE TABLE finding_party (
	party VARCHAR NOT NULL, 
	paired BOOLEAN NOT NULL, 
	id BIGINT NOT NULL, 
	since INTEGER NOT NULL, 
	until INTEGER NOT NULL, 
	PRIMARY KEY (party, paired, id, since)
)
 WITHOUT ROWID

;
INSERT INTO "finding_party" VALUES('Oman',1,491036657520605563,4,5);
INSERT INTO "finding_party" VALUES('Oman',1,491036657520605563,6,2147483647);
INSERT INTO "finding_party" VALUES('om',1,1097943313067071522,1,4);
INSERT INTO "finding_party" VALUES('td',1,491036657520605563,4,5);
INSERT INTO "finding_party" VALUES('td',1,491036657520605563,6,2147483647);
INSERT INTO "finding_party" VALUES('td',1,1097943313067071522,1,4);
CREATE TABLE gram (
	"key" BIGINT NOT NULL, 
	rank BIGINT NOT NULL, 
	document INTEGER NOT NULL, 
	PRIMARY KEY ("key", rank, document)
)
 WITHOUT ROWID

;
INSERT INTO "gram" VALUES(1789188403461789579,5424390265510931083,3);
INSERT INTO "gram" VALUES(1789188403461789579,9223371993608711289,2);
INSERT INTO "gram" VALUES(3348185864951918631,5424390265510931083,3);
INSERT INTO "gram" VALUES(3348185864951918631,9223371993608711289,2);
INSERT INTO "gram" VALUES(3396074101329542001,5424390265510931083,3);
INSERT INTO "gram" VALUES(3396074101329542001,9223371993608711289,2);
INSERT INTO "gram" VALUES(4568422501577911722,9223371993608711289,2);
INSERT INTO "gram" VALUES(6664902196633801327,5424390265510931083,3);
INSERT INTO "gram" VALUES(6664902196633801327,9223371993608711289,2);
INSERT INTO "gram" VALUES(8459398560996470777,5424390265510931083,3);
INSERT INTO "gram" VALUES(8459398560996470777,9223371993608711289,2);
CREATE TABLE identity (
	number INTEGER NOT NULL, 
	digest VARCHAR NOT NULL, 
	reason TEXT NOT NULL, 
	recorded INTEGER NOT NULL, 
	about VARCHAR NOT NULL, 
	"left" VARCHAR NOT NULL, 
	"right" VARCHAR NOT NULL, 
	verdict VARCHAR NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(recorded) REFERENCES "transaction" (number)
);
INSERT INTO "identity" VALUES(1,'c43abadae02a13d01bea9a08b3a29b182c7b940218242d93235a190ece419e6b','one state under two names',4,'party','Oman','om','same');
CREATE TABLE "indexed" (
	basis VARCHAR NOT NULL, 
	"transaction" INTEGER NOT NULL, 
	PRIMARY KEY (basis)
);
CREATE TABLE meta (
	application VARCHAR NOT NULL, 
	schema INTEGER NOT NULL, 
	PRIMARY KEY (application)
);
INSERT INTO "meta" VALUES('credence',5);
CREATE TABLE paper (
	document INTEGER NOT NULL, 
	since INTEGER NOT NULL, 
	until INTEGER NOT NULL, 
	agency VARCHAR, 
	party VARCHAR, 
	credits TEXT NOT NULL, 
	PRIMARY KEY (document, since)
)
 WITHOUT ROWID

;
INSERT INTO "paper" VALUES(1,1,2,NULL,NULL,'[]');
INSERT INTO "paper" VALUES(2,1,2147483647,NULL,NULL,'[]');
INSERT INTO "paper" VALUES(3,2,5,NULL,NULL,'[]');
INSERT INTO "paper" VALUES(3,6,2147483647,NULL,NULL,'[]');
CREATE TABLE proposition (
	id BIGINT NOT NULL, 
	kind VARCHAR NOT NULL, 
	mood VARCHAR NOT NULL, 
	step VARCHAR, 
	spell VARCHAR, 
	roles TEXT NOT NULL, 
	PRIMARY KEY (id)
)
 WITHOUT ROWID

;
INSERT INTO "proposition" VALUES(491036657520605563,'envoy.accept','actual',NULL,NULL,'{"host": "Oman", "sender": "td"}');
INSERT INTO "proposition" VALUES(1097943313067071522,'envoy.accept','actual',NULL,NULL,'{"host": "om", "sender": "td"}');
CREATE TABLE reach (
	target BIGINT NOT NULL, 
	finding BIGINT NOT NULL, 
	PRIMARY KEY (target, finding)
)
 WITHOUT ROWID

;
INSERT INTO "reach" VALUES(71857530463243621,491036657520605563);
INSERT INTO "reach" VALUES(224243376888998100,491036657520605563);
INSERT INTO "reach" VALUES(587697741233899533,491036657520605563);
INSERT INTO "reach" VALUES(567049340485741067,1097943313067071522);
INSERT INTO "reach" VALUES(737523709574152280,1097943313067071522);
INSERT INTO "reach" VALUES(1151157603330159552,1097943313067071522);
CREATE TABLE reading (
	number INTEGER NOT NULL, 
	document INTEGER NOT NULL, 
	recorded INTEGER NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(document) REFERENCES document (number), 
	FOREIGN KEY(recorded) REFERENCES "transaction" (number)
);
INSERT INTO "reading" VALUES(1,1,1);
INSERT INTO "reading" VALUES(2,2,1);
INSERT INTO "reading" VALUES(3,3,2);
INSERT INTO "reading" VALUES(4,2,2);
INSERT INTO "reading" VALUES(5,2,3);
CREATE TABLE reading_claim (
	claim INTEGER NOT NULL, 
	reading INTEGER NOT NULL, 
	PRIMARY KEY (claim, reading)
)
 WITHOUT ROWID

;
INSERT INTO "reading_claim" VALUES(1,1);
INSERT INTO "reading_claim" VALUES(2,3);
INSERT INTO "reading_claim" VALUES(3,4);
CREATE TABLE retraction (
	number INTEGER NOT NULL, 
	digest VARCHAR NOT NULL, 
	reason TEXT NOT NULL, 
	recorded INTEGER NOT NULL, 
	doc VARCHAR NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(recorded) REFERENCES "transaction" (number)
);
INSERT INTO "retraction" VALUES(3,'0f742084f8bf5d19e4793e8b765493e2d2c65a3debb72bece69846ceee8c1368','withdrawn by its publisher',5,'one');
CREATE TABLE revocation (
	number INTEGER NOT NULL, 
	digest VARCHAR NOT NULL, 
	reason TEXT NOT NULL, 
	recorded INTEGER NOT NULL, 
	revokes INTEGER NOT NULL, 
	PRIMARY KEY (number), 
	FOREIGN KEY(recorded) REFERENCES "transaction" (number)
);
INSERT INTO "revocation" VALUES(4,'7e8a9829f21fe4350d74ba85c1e1dae58317e2453e6a4294d0ebccee4bc3c40f','it was another text',6,3);
CREATE TABLE "transaction" (
	number INTEGER NOT NULL, 
	moment VARCHAR NOT NULL, 
	author VARCHAR NOT NULL, 
	tool VARCHAR NOT NULL, 
	"before" VARCHAR NOT NULL, 
	hash VARCHAR NOT NULL, 
	PRIMARY KEY (number)
);
INSERT INTO "transaction" VALUES(1,'2026-11-01T10:00:00Z','tester','credence 0.1.0','0000000000000000000000000000000000000000000000000000000000000000','72bf8caefb3a5c1eed6e16ee88320eef0b5282bfce7427dbf55840e22fde18f1');
INSERT INTO "transaction" VALUES(2,'2026-11-02T10:00:00Z','tester','credence 0.1.0','72bf8caefb3a5c1eed6e16ee88320eef0b5282bfce7427dbf55840e22fde18f1','a53a409250466faaf23701de689e60a605fe03604de3fdbaed74579770abbac5');
INSERT INTO "transaction" VALUES(3,'2026-11-03T10:00:00Z','tester','credence 0.1.0','a53a409250466faaf23701de689e60a605fe03604de3fdbaed74579770abbac5','b76b70bc6252e516174c00a59811f94097dbc8fc9f30bd9b8c11f2e9622d10bb');
INSERT INTO "transaction" VALUES(4,'2026-11-04T10:00:00Z','Ana','credence 0.1.0','b76b70bc6252e516174c00a59811f94097dbc8fc9f30bd9b8c11f2e9622d10bb','91d9d80b1c229105bdbe947ba8beef3de79f811df2a49d1ff49d8e87e00a4892');
INSERT INTO "transaction" VALUES(5,'2026-11-05T10:00:00Z','Ben','credence 0.1.0','91d9d80b1c229105bdbe947ba8beef3de79f811df2a49d1ff49d8e87e00a4892','b94dd47aee54c434b20df569ef501a3781099c684d5584939ee4734ded47accf');
INSERT INTO "transaction" VALUES(6,'2026-11-06T10:00:00Z','Ben','credence 0.1.0','b94dd47aee54c434b20df569ef501a3781099c684d5584939ee4734ded47accf','5670df6f6e72692b2c6679a369cc321a39ec5b8c22b2db587860a0de6ac5bd29');
CREATE INDEX ix_adjudication_recorded ON adjudication (recorded);
CREATE INDEX ix_adjudication_target ON adjudication (target);
CREATE INDEX ix_document_id ON document (id);
CREATE INDEX ix_document_recorded ON document (recorded);
CREATE INDEX ix_erasure_doc ON erasure (doc);
CREATE INDEX ix_erasure_recorded ON erasure (recorded);
CREATE INDEX ix_identity_left ON identity ("left");
CREATE INDEX ix_identity_recorded ON identity (recorded);
CREATE INDEX ix_identity_right ON identity ("right");
CREATE INDEX ix_reading_claim_reading ON reading_claim (reading);
CREATE INDEX ix_reading_document ON reading (document);
CREATE INDEX ix_reading_recorded ON reading (recorded);
CREATE INDEX ix_retraction_doc ON retraction (doc);
CREATE INDEX ix_retraction_recorded ON retraction (recorded);
CREATE INDEX ix_revocation_recorded ON revocation (recorded);
CREATE INDEX ix_claim_id ON claim (id);
CREATE INDEX ix_evidence_finding ON evidence (finding);
CREATE INDEX ix_reach_finding ON reach (finding);
CREATE INDEX ix_proposition_kind ON proposition (kind);
CREATE INDEX ix_finding_since ON finding (since);
CREATE INDEX ix_finding_until ON finding (until);
CREATE INDEX ix_finding_party_id ON finding_party (id);
CREATE INDEX ix_copy_of ON copy ("of", until);
CREATE VIRTUAL TABLE word_index USING fts5 (words, content = '', detail = 'none', columnsize = 0, tokenize = 'ascii');
INSERT INTO "indexed" VALUES('1/14.0.0',6);
INSERT INTO word_index (rowid, words) VALUES(1,'a accepted an chad envoy of oman said so title zoe');
INSERT INTO word_index (rowid, words) VALUES(2,'accepted an chad envoy more of oman said so zoe');
INSERT INTO word_index (rowid, words) VALUES(3,'a accepted an chad envoy of oman said so title zoe');
COMMIT;
