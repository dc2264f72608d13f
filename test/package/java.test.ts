import { installedInJava, missingForJava } from './java';
import { testLanguage } from './languages';

testLanguage('Java', missingForJava(), 'App.java', installedInJava);
