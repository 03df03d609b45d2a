BEGIN TRANSACTION;
CREATE TABLE account (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	login VARCHAR(254) NOT NULL, 
	login_key VARCHAR(254) NOT NULL, 
	name VARCHAR(100) NOT NULL, 
	password_hash VARCHAR(255) NOT NULL, 
	role VARCHAR(16) NOT NULL, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_account PRIMARY KEY (id), 
	CONSTRAINT uq_account_login_key UNIQUE (login_key), 
	CONSTRAINT uq_account_public_id UNIQUE (public_id)
);
INSERT INTO "account" VALUES(1,'public_id 1','login 1','login_key 1','name 1','password_has 1','role 1','2026-09-01 08:00:00.000000');
INSERT INTO "account" VALUES(2,'public_id 2','login 2','login_key 2','name 2','password_has 2','role 2','2026-09-01 08:00:00.000000');
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE attempt (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	publication_id INTEGER NOT NULL, 
	learner_session_id INTEGER NOT NULL, 
	started_at DATETIME NOT NULL, 
	finished_at DATETIME, 
	score INTEGER, 
	questions INTEGER NOT NULL, 
	CONSTRAINT pk_attempt PRIMARY KEY (id), 
	CONSTRAINT fk_attempt_learner_session_id_learner_session FOREIGN KEY(learner_session_id) REFERENCES learner_session (id), 
	CONSTRAINT fk_attempt_publication_id_publication FOREIGN KEY(publication_id) REFERENCES publication (id), 
	CONSTRAINT uq_attempt_public_id UNIQUE (public_id)
);
INSERT INTO "attempt" VALUES(1,'public_id 1',1,1,'2026-09-01 08:00:00.000000',NULL,NULL,1);
INSERT INTO "attempt" VALUES(2,'public_id 2',2,2,'2026-09-01 08:00:00.000000',NULL,NULL,2);
CREATE TABLE candidate_verdict (
	id INTEGER NOT NULL, 
	proposed_item_id INTEGER NOT NULL, 
	verdict VARCHAR(16) NOT NULL, 
	item_id INTEGER, 
	account_id INTEGER NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_candidate_verdict PRIMARY KEY (id), 
	CONSTRAINT fk_candidate_verdict_account_id_account FOREIGN KEY(account_id) REFERENCES account (id), 
	CONSTRAINT fk_candidate_verdict_item_id_item FOREIGN KEY(item_id) REFERENCES item (id), 
	CONSTRAINT fk_candidate_verdict_proposed_item_id_proposed_item FOREIGN KEY(proposed_item_id) REFERENCES proposed_item (id)
);
INSERT INTO "candidate_verdict" VALUES(1,1,'verdict 1',1,1,'2026-09-01 08:00:00.000000');
INSERT INTO "candidate_verdict" VALUES(2,2,'verdict 2',2,2,'2026-09-01 08:00:00.000000');
CREATE TABLE item (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	source_id INTEGER NOT NULL, 
	slug VARCHAR(100), 
	owner_id INTEGER, 
	latest_number INTEGER NOT NULL, 
	CONSTRAINT pk_item PRIMARY KEY (id), 
	CONSTRAINT fk_item_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id), 
	CONSTRAINT fk_item_source_id_source FOREIGN KEY(source_id) REFERENCES source (id), 
	CONSTRAINT uq_item_public_id UNIQUE (public_id), 
	CONSTRAINT uq_item_source_id_slug UNIQUE (source_id, slug)
);
INSERT INTO "item" VALUES(1,'public_id 1',1,NULL,1,1);
INSERT INTO "item" VALUES(2,'public_id 2',2,NULL,2,2);
CREATE TABLE item_version (
	id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	revision_id INTEGER NOT NULL, 
	type VARCHAR(16) NOT NULL, 
	category VARCHAR(16) NOT NULL, 
	status VARCHAR(16) NOT NULL, 
	stem TEXT NOT NULL, 
	content JSON NOT NULL, 
	content_hash VARCHAR(64) NOT NULL, 
	author_id INTEGER, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_item_version PRIMARY KEY (id), 
	CONSTRAINT fk_item_version_author_id_account FOREIGN KEY(author_id) REFERENCES account (id), 
	CONSTRAINT fk_item_version_item_id_item FOREIGN KEY(item_id) REFERENCES item (id), 
	CONSTRAINT fk_item_version_revision_id_source_revision FOREIGN KEY(revision_id) REFERENCES source_revision (id), 
	CONSTRAINT uq_item_version_item_id_number UNIQUE (item_id, number)
);
INSERT INTO "item_version" VALUES(1,1,1,1,'type 1','category 1','status 1','stem 1','{"type": "single", "category": "date", "stem": "Kiedy zawarto uni\u0119 lubelsk\u0105?", "options": [{"text": "1 lipca 1569 roku", "correct": true, "why": "Tak m\u00f3wi tekst."}, {"text": "5 stycznia 1582 roku", "correct": false, "why": "5 stycznia 1582 roku to inna data."}, {"text": "3 maja 1791 roku", "correct": false, "why": "3 maja 1791 roku to inna data."}], "answer": ["1 lipca 1569 roku"], "evidence": [{"start": 0, "end": 39, "text": "Uni\u0119 lubelsk\u0105 zawarto 1 lipca 1569 roku"}], "feedback": "KANAREK: uni\u0119 zawarto w Lublinie.", "tags": []}','content_hash 1',1,'2026-09-01 08:00:00.000000');
INSERT INTO "item_version" VALUES(2,2,2,2,'type 2','category 2','status 2','stem 2','{"type": "single", "category": "date", "stem": "Kiedy zawarto uni\u0119 lubelsk\u0105?", "options": [{"text": "1 lipca 1569 roku", "correct": true, "why": "Tak m\u00f3wi tekst."}, {"text": "5 stycznia 1582 roku", "correct": false, "why": "5 stycznia 1582 roku to inna data."}, {"text": "3 maja 1791 roku", "correct": false, "why": "3 maja 1791 roku to inna data."}], "answer": ["1 lipca 1569 roku"], "evidence": [{"start": 0, "end": 39, "text": "Uni\u0119 lubelsk\u0105 zawarto 1 lipca 1569 roku"}], "feedback": "KANAREK: uni\u0119 zawarto w Lublinie.", "tags": []}','content_hash 2',2,'2026-09-01 08:00:00.000000');
CREATE TABLE learner_session (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	token_hash VARCHAR(64) NOT NULL, 
	nickname VARCHAR(200) NOT NULL, 
	started_at DATETIME NOT NULL, 
	CONSTRAINT pk_learner_session PRIMARY KEY (id), 
	CONSTRAINT uq_learner_session_public_id UNIQUE (public_id), 
	CONSTRAINT uq_learner_session_token_hash UNIQUE (token_hash)
);
INSERT INTO "learner_session" VALUES(1,'public_id 1','token_hash 1','nickname 1','2026-09-01 08:00:00.000000');
INSERT INTO "learner_session" VALUES(2,'public_id 2','token_hash 2','nickname 2','2026-09-01 08:00:00.000000');
CREATE TABLE login_session (
	id INTEGER NOT NULL, 
	token_hash VARCHAR(64) NOT NULL, 
	account_id INTEGER NOT NULL, 
	started_at DATETIME NOT NULL, 
	ended_at DATETIME, 
	CONSTRAINT pk_login_session PRIMARY KEY (id), 
	CONSTRAINT fk_login_session_account_id_account FOREIGN KEY(account_id) REFERENCES account (id) ON DELETE CASCADE, 
	CONSTRAINT uq_login_session_token_hash UNIQUE (token_hash)
);
INSERT INTO "login_session" VALUES(1,'token_hash 1',1,'2026-09-01 08:00:00.000000',NULL);
INSERT INTO "login_session" VALUES(2,'token_hash 2',2,'2026-09-01 08:00:00.000000',NULL);
CREATE TABLE proposed_item (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	revision_id INTEGER NOT NULL, 
	candidate_id VARCHAR(64) NOT NULL, 
	position INTEGER NOT NULL, 
	content JSON NOT NULL, 
	rule VARCHAR(64) NOT NULL, 
	score DOUBLE NOT NULL, 
	flags JSON NOT NULL, 
	CONSTRAINT pk_proposed_item PRIMARY KEY (id), 
	CONSTRAINT fk_proposed_item_revision_id_source_revision FOREIGN KEY(revision_id) REFERENCES source_revision (id), 
	CONSTRAINT uq_proposed_item_public_id UNIQUE (public_id), 
	CONSTRAINT uq_proposed_item_revision_id_candidate_id UNIQUE (revision_id, candidate_id)
);
INSERT INTO "proposed_item" VALUES(1,'public_id 1',1,'candidate_id 1',1,'{"type": "single", "category": "date", "stem": "Kiedy zawarto uni\u0119 lubelsk\u0105?", "options": [{"text": "1 lipca 1569 roku", "correct": true, "why": "Tak m\u00f3wi tekst."}, {"text": "5 stycznia 1582 roku", "correct": false, "why": "5 stycznia 1582 roku to inna data."}, {"text": "3 maja 1791 roku", "correct": false, "why": "3 maja 1791 roku to inna data."}], "answer": ["1 lipca 1569 roku"], "evidence": [{"start": 0, "end": 39, "text": "Uni\u0119 lubelsk\u0105 zawarto 1 lipca 1569 roku"}], "feedback": "KANAREK: uni\u0119 zawarto w Lublinie.", "tags": []}','rule 1','score 1','[]');
INSERT INTO "proposed_item" VALUES(2,'public_id 2',2,'candidate_id 2',2,'{"type": "single", "category": "date", "stem": "Kiedy zawarto uni\u0119 lubelsk\u0105?", "options": [{"text": "1 lipca 1569 roku", "correct": true, "why": "Tak m\u00f3wi tekst."}, {"text": "5 stycznia 1582 roku", "correct": false, "why": "5 stycznia 1582 roku to inna data."}, {"text": "3 maja 1791 roku", "correct": false, "why": "3 maja 1791 roku to inna data."}], "answer": ["1 lipca 1569 roku"], "evidence": [{"start": 0, "end": 39, "text": "Uni\u0119 lubelsk\u0105 zawarto 1 lipca 1569 roku"}], "feedback": "KANAREK: uni\u0119 zawarto w Lublinie.", "tags": []}','rule 2','score 2','[]');
CREATE TABLE publication (
	id INTEGER NOT NULL, 
	quiz_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	title VARCHAR(200) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	opened_by_id INTEGER, 
	closed_at DATETIME, 
	closed_by_id INTEGER, 
	CONSTRAINT pk_publication PRIMARY KEY (id), 
	CONSTRAINT fk_publication_closed_by_id_account FOREIGN KEY(closed_by_id) REFERENCES account (id), 
	CONSTRAINT fk_publication_opened_by_id_account FOREIGN KEY(opened_by_id) REFERENCES account (id), 
	CONSTRAINT fk_publication_quiz_id_quiz FOREIGN KEY(quiz_id) REFERENCES quiz (id), 
	CONSTRAINT uq_publication_quiz_id_number UNIQUE (quiz_id, number)
);
INSERT INTO "publication" VALUES(1,1,1,'title 1','2026-09-01 08:00:00.000000',1,NULL,1);
INSERT INTO "publication" VALUES(2,2,2,'title 2','2026-09-01 08:00:00.000000',2,NULL,2);
CREATE TABLE published_item (
	publication_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	item_version_id INTEGER NOT NULL, 
	CONSTRAINT pk_published_item PRIMARY KEY (publication_id, position), 
	CONSTRAINT fk_published_item_item_version_id_item_version FOREIGN KEY(item_version_id) REFERENCES item_version (id), 
	CONSTRAINT fk_published_item_publication_id_publication FOREIGN KEY(publication_id) REFERENCES publication (id)
);
INSERT INTO "published_item" VALUES(1,1,1);
INSERT INTO "published_item" VALUES(2,2,2);
CREATE TABLE quiz (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	title VARCHAR(200) NOT NULL, 
	join_code VARCHAR(16) NOT NULL, 
	is_listed BOOLEAN NOT NULL, 
	owner_id INTEGER, 
	source_id INTEGER, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_quiz PRIMARY KEY (id), 
	CONSTRAINT fk_quiz_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id), 
	CONSTRAINT fk_quiz_source_id_source FOREIGN KEY(source_id) REFERENCES source (id), 
	CONSTRAINT uq_quiz_join_code UNIQUE (join_code), 
	CONSTRAINT uq_quiz_public_id UNIQUE (public_id)
);
INSERT INTO "quiz" VALUES(1,'public_id 1','title 1','join_code 1',0,1,1,'2026-09-01 08:00:00.000000');
INSERT INTO "quiz" VALUES(2,'public_id 2','title 2','join_code 2',0,2,2,'2026-09-01 08:00:00.000000');
CREATE TABLE quiz_entry (
	id INTEGER NOT NULL, 
	quiz_id INTEGER NOT NULL, 
	item_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	CONSTRAINT pk_quiz_entry PRIMARY KEY (id), 
	CONSTRAINT fk_quiz_entry_item_id_item FOREIGN KEY(item_id) REFERENCES item (id), 
	CONSTRAINT fk_quiz_entry_quiz_id_quiz FOREIGN KEY(quiz_id) REFERENCES quiz (id) ON DELETE CASCADE, 
	CONSTRAINT uq_quiz_entry_quiz_id_item_id UNIQUE (quiz_id, item_id)
);
INSERT INTO "quiz_entry" VALUES(1,1,1,1);
INSERT INTO "quiz_entry" VALUES(2,2,2,2);
CREATE TABLE response (
	id INTEGER NOT NULL, 
	attempt_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	item_version_id INTEGER NOT NULL, 
	given JSON NOT NULL, 
	score INTEGER NOT NULL, 
	accepted_as VARCHAR(500) NOT NULL, 
	note VARCHAR(500) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_response PRIMARY KEY (id), 
	CONSTRAINT fk_response_attempt_id_attempt FOREIGN KEY(attempt_id) REFERENCES attempt (id), 
	CONSTRAINT fk_response_item_version_id_item_version FOREIGN KEY(item_version_id) REFERENCES item_version (id), 
	CONSTRAINT uq_response_attempt_id_position UNIQUE (attempt_id, position)
);
INSERT INTO "response" VALUES(1,1,1,1,'[]',1,'accepted_as 1','note 1','2026-09-01 08:00:00.000000');
INSERT INTO "response" VALUES(2,2,2,2,'[]',2,'accepted_as 2','note 2','2026-09-01 08:00:00.000000');
CREATE TABLE setup_link (
	id INTEGER NOT NULL, 
	token_hash VARCHAR(64) NOT NULL, 
	made_at DATETIME NOT NULL, 
	CONSTRAINT pk_setup_link PRIMARY KEY (id), 
	CONSTRAINT uq_setup_link_token_hash UNIQUE (token_hash)
);
INSERT INTO "setup_link" VALUES(1,'token_hash 1','2026-09-01 08:00:00.000000');
INSERT INTO "setup_link" VALUES(2,'token_hash 2','2026-09-01 08:00:00.000000');
CREATE TABLE source (
	id INTEGER NOT NULL, 
	public_id VARCHAR(24) NOT NULL, 
	slug VARCHAR(100), 
	title VARCHAR(200) NOT NULL, 
	origin TEXT NOT NULL, 
	licence TEXT NOT NULL, 
	language VARCHAR(8) NOT NULL, 
	owner_id INTEGER, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_source PRIMARY KEY (id), 
	CONSTRAINT fk_source_owner_id_account FOREIGN KEY(owner_id) REFERENCES account (id), 
	CONSTRAINT uq_source_public_id UNIQUE (public_id), 
	CONSTRAINT uq_source_slug UNIQUE (slug)
);
INSERT INTO "source" VALUES(1,'public_id 1',NULL,'title 1','origin 1','licence 1','language 1',1,'2026-09-01 08:00:00.000000');
INSERT INTO "source" VALUES(2,'public_id 2',NULL,'title 2','origin 2','licence 2','language 2',2,'2026-09-01 08:00:00.000000');
CREATE TABLE source_revision (
	id INTEGER NOT NULL, 
	source_id INTEGER NOT NULL, 
	number INTEGER NOT NULL, 
	body TEXT NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	corrections JSON NOT NULL, 
	abstained JSON NOT NULL, 
	author_id INTEGER, 
	created_at DATETIME NOT NULL, 
	CONSTRAINT pk_source_revision PRIMARY KEY (id), 
	CONSTRAINT fk_source_revision_author_id_account FOREIGN KEY(author_id) REFERENCES account (id), 
	CONSTRAINT fk_source_revision_source_id_source FOREIGN KEY(source_id) REFERENCES source (id), 
	CONSTRAINT uq_source_revision_source_id_number UNIQUE (source_id, number)
);
INSERT INTO "source_revision" VALUES(1,1,1,'body 1','sha256 1','[]','[]',1,'2026-09-01 08:00:00.000000');
INSERT INTO "source_revision" VALUES(2,2,2,'body 2','sha256 2','[]','[]',2,'2026-09-01 08:00:00.000000');
CREATE TABLE tries (
	bucket VARCHAR(64) NOT NULL, 
	count INTEGER NOT NULL, 
	ends_at DATETIME NOT NULL, 
	CONSTRAINT pk_tries PRIMARY KEY (bucket)
);
INSERT INTO "tries" VALUES('bucket 1',1,'2026-09-01 08:00:00.000000');
INSERT INTO "tries" VALUES('bucket 2',2,'2026-09-01 08:00:00.000000');
CREATE INDEX ix_learner_session_started_at ON learner_session (started_at);
CREATE INDEX ix_tries_ends_at ON tries (ends_at);
CREATE INDEX ix_login_session_account_id ON login_session (account_id);
CREATE INDEX ix_source_owner_id ON source (owner_id);
CREATE INDEX ix_item_owner_id ON item (owner_id);
CREATE INDEX ix_item_source_id ON item (source_id);
CREATE INDEX ix_quiz_owner_id ON quiz (owner_id);
CREATE INDEX ix_item_version_item_id ON item_version (item_id);
CREATE INDEX ix_publication_quiz_id ON publication (quiz_id);
CREATE INDEX ix_quiz_entry_item_id ON quiz_entry (item_id);
CREATE INDEX ix_quiz_entry_quiz_id ON quiz_entry (quiz_id);
CREATE INDEX ix_attempt_learner_session_id ON attempt (learner_session_id);
CREATE INDEX ix_attempt_publication_id ON attempt (publication_id);
CREATE INDEX ix_attempt_started_at ON attempt (started_at);
CREATE INDEX ix_candidate_verdict_proposed_item_id ON candidate_verdict (proposed_item_id);
CREATE INDEX ix_published_item_item_version_id ON published_item (item_version_id);
CREATE INDEX ix_response_item_version_id ON response (item_version_id);
COMMIT;
