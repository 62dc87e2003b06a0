import { findColumns } from '../../src/table/column';
import { fold } from '../../src/table/text';
import { userColumns } from '../../src/tabs/users/columns';

test('the columns stand in the order of the design, results last', () => {
  expect(userColumns.map(({ header }) => header)).toEqual([
    'Email',
    'First name',
    'Last name',
    'Org unit',
    'Licences',
    'Roles',
    'Super admin',
    'Aliases',
    'Groups',
    'State',
    'Language',
    'Recovery email',
    'Recovery phone',
    'Send details to',
    'Change password at sign-in',
    'Password',
    'Title',
    'Department',
    'Cost centre',
    'Manager',
    'Work phone',
    'Mobile phone',
    'Address',
    'Building',
    'Employee ID',
    'Secondary email',
    'Custom fields',
    'Like',
    'New email',
    'Password hash function',
    'Status',
    'Details',
    'User ID',
    'Updated',
    'From',
  ]);
  expect(userColumns.filter(({ ours }) => ours).map(({ header }) => header)).toEqual([
    'Status',
    'Details',
    'User ID',
    'Updated',
    'From',
  ]);
});

test('the columns of the profile are made only where they are wished', () => {
  const optional = userColumns.filter((column) => column.optional).map(({ header }) => header);
  expect(optional).toHaveLength(16);
  expect(optional).toEqual(expect.arrayContaining(['Title', 'Employee ID']));
});

test('no header or synonym means two columns', () => {
  const names = userColumns.flatMap(({ header, synonyms }) => [...new Set([header, ...synonyms].map(fold))]);
  expect(new Set(names).size).toBe(names.length);
});

test('every column finds itself, says what to write, and only the address is indispensable', () => {
  const { positions, missing, duplicates } = findColumns(
    userColumns.map(({ header }) => header),
    userColumns,
  );
  expect(Object.values(positions)).toEqual(userColumns.map((_, index) => index));
  expect([missing, duplicates]).toEqual([[], []]);
  expect(userColumns.filter(({ note }) => note === '')).toEqual([]);
  expect(findColumns([], userColumns).missing).toEqual(['Email']);
});

test("the Admin console's file for adding users in bulk is understood, its read-only columns are nobody's", () => {
  const header =
    'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Password Hash Function [UPLOAD ONLY],' +
    'Org Unit Path [Required],New Primary Email [UPLOAD ONLY],Status [READ ONLY],Last Sign In [READ ONLY],Recovery Email,Home Secondary Email,' +
    'Work Secondary Email,Recovery Phone [MUST BE IN THE E.164 FORMAT],Work Phone,Employee ID,Licenses [READ ONLY],' +
    'New Licenses [UPLOAD ONLY],Change Password at Next Sign-In,New Status [UPLOAD ONLY]';
  const found = findColumns(header.split(','), userColumns);
  expect(found.positions).toEqual({
    firstName: 0,
    lastName: 1,
    email: 2,
    password: 3,
    hashFunction: 4,
    orgUnit: 5,
    newEmail: 6,
    recoveryEmail: 9,
    recoveryPhone: 12,
    licences: 16,
    changePassword: 17,
    state: 18,
    secondaryEmail: 10,
    workPhone: 13,
    employeeId: 14,
  });
  expect(found.duplicates).toEqual([]);
});

test.each([
  ['E-Mail-Adresse;Vorname;Nachname;Organisationseinheit;Lizenzen;Rollen;Sprache;Passwort'],
  ['Correo electrónico;Nombre;Apellidos;Unidad organizativa;Licencias;Roles;Idioma;Contraseña'],
  ['ADRESSE E-MAIL;prenom;Nom;Unité organisationnelle;Licences;Rôles;Langue;Mot de passe'],
])('the headers %s are understood', (headers) => {
  expect(findColumns(headers.split(';'), userColumns).positions).toEqual({
    email: 0,
    firstName: 1,
    lastName: 2,
    orgUnit: 3,
    licences: 4,
    roles: 5,
    language: 6,
    password: 7,
  });
});

test.each([
  ['メールアドレス;名;姓;組織部門;ライセンス;言語;パスワード;部署'],
  ['电子邮件;名字;姓氏;组织部门;许可证;语言;密码;部门'],
  ['電子郵件;名;姓;機構單位;授權;語言;密碼;部門'],
  ['이메일;이름;성;조직 단위;라이선스;언어;비밀번호;부서'],
  ['Endereço de e-mail;Nome;Sobrenome;Unidade organizacional;Licenças;Idioma;Senha;Departamento'],
  ['Indirizzo email;Nome;Cognome;Unità organizzativa;Licenze;Lingua;Password;Reparto'],
  ['E-mailadres;Voornaam;Achternaam;Organisatie-eenheid;Licenties;Taal;Wachtwoord;Afdeling'],
  ['Adres e-mail;Imię;Nazwisko;Jednostka organizacyjna;Licencje;Język;Hasło;Dział'],
])('so are %s', (headers) => {
  const found = findColumns(headers.split(';'), userColumns);
  expect(found.positions).toEqual({
    email: 0,
    firstName: 1,
    lastName: 2,
    orgUnit: 3,
    licences: 4,
    language: 5,
    password: 6,
    department: 7,
  });
  expect(found.duplicates).toEqual([]);
});

test.each([
  [
    'E-Mail',
    'Vornamen',
    'Zuname',
    'Pfad der Organisationseinheit',
    'Aliase',
    'Kontostatus',
    'Handynummer',
    'Personalnr.',
  ],
  ['Correo corporativo', 'Nombres', 'Ruta de la unidad organizativa', 'Estado de la cuenta', 'Móvil', 'ID de empleado'],
  ['Adresse de messagerie', 'Prénoms', 'Statut du compte', 'Fonction', 'Téléphone mobile', 'Numéro d’employé'],
  [
    'E-mail corporativo',
    'Nome próprio',
    'Último nome',
    'Estado da conta',
    'Telemóvel',
    'Centro de custo',
    'Senha inicial',
  ],
])('exports name our columns in other languages: %s', (...headers) => {
  expect(Object.keys(findColumns(headers, userColumns).positions)).toHaveLength(headers.length);
});

test('what a header of another language may mean several things by is left to whoever maps the file', () => {
  const unclear = [
    'Name',
    'Título',
    'Position',
    'Portable',
    'Apelido',
    'Função',
    'Statut',
    'Teléfono',
    'Private E-Mail',
  ];
  expect(findColumns(unclear, userColumns).positions).toEqual({});
});
