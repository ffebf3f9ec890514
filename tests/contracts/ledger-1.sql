PRAGMA application_id = 1131570286;
BEGIN TRANSACTION;
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
	PRIMARY KEY (number), 
	UNIQUE (digest), 
	FOREIGN KEY(document) REFERENCES document (number), 
	FOREIGN KEY(recorded) REFERENCES "transaction" (number)
);
INSERT INTO "claim" VALUES(1,'b09d3e43cbc3b388264395e47cd8d9036b73e245691c6f80abb9153622ca8309','ce390aca50cb388e',1,'p1','envoy.accept','{"host": "om", "sender": "td"}','affirmed','actual',NULL,NULL,'[]',0,30,'Oman accepted an envoy of Chad',1);
INSERT INTO "claim" VALUES(2,'52dd28af006d53b523c428f163b05158fd7db2ecabbd5efe71acf8892760311c','ce390aca50cb388e',3,'p1','envoy.accept','{"host": "om", "sender": "td"}','affirmed','actual',NULL,NULL,'[{"name": "Zo\u00eb", "party": "om", "office": "\"acting\" minister"}]',0,30,'Oman accepted an envoy of Chad',2);
INSERT INTO "claim" VALUES(3,'190eabca15e77632a877732764d3b8ea1c594deef0e3d4ca840e69ce8cac1c8d','c8661633b7f64d49',2,'p1','envoy.accept','{"host": "om", "sender": "td"}','affirmed','actual','2024-09',NULL,'[]',0,30,'Oman accepted an envoy of Chad',2);
CREATE TABLE claim_party (
	party VARCHAR NOT NULL, 
	claim INTEGER NOT NULL, 
	PRIMARY KEY (party, claim), 
	FOREIGN KEY(claim) REFERENCES claim (number)
)
 WITHOUT ROWID

;
INSERT INTO "claim_party" VALUES('om',1);
INSERT INTO "claim_party" VALUES('td',1);
INSERT INTO "claim_party" VALUES('om',2);
INSERT INTO "claim_party" VALUES('td',2);
INSERT INTO "claim_party" VALUES('om',3);
INSERT INTO "claim_party" VALUES('td',3);
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
CREATE TABLE meta (
	application VARCHAR NOT NULL, 
	schema INTEGER NOT NULL, 
	PRIMARY KEY (application)
);
INSERT INTO "meta" VALUES('credence',1);
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
	PRIMARY KEY (claim, reading), 
	FOREIGN KEY(claim) REFERENCES claim (number), 
	FOREIGN KEY(reading) REFERENCES reading (number)
)
 WITHOUT ROWID

;
INSERT INTO "reading_claim" VALUES(1,1);
INSERT INTO "reading_claim" VALUES(2,3);
INSERT INTO "reading_claim" VALUES(3,4);
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
CREATE INDEX ix_document_id ON document (id);
CREATE INDEX ix_document_recorded ON document (recorded);
CREATE INDEX ix_claim_document ON claim (document);
CREATE INDEX ix_claim_id ON claim (id);
CREATE INDEX ix_claim_recorded ON claim (recorded);
CREATE INDEX ix_claim_kind ON claim (kind);
CREATE INDEX ix_reading_recorded ON reading (recorded);
CREATE INDEX ix_reading_document ON reading (document);
CREATE INDEX ix_claim_party_claim ON claim_party (claim);
CREATE INDEX ix_reading_claim_reading ON reading_claim (reading);
COMMIT;
